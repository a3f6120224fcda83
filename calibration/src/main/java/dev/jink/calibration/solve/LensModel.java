package dev.jink.calibration.solve;

import java.util.List;
import java.util.stream.IntStream;

/** The lens formulas a camera can be calibrated with, by ROS's names. */
public enum LensModel {
    /** Brown's polynomial: k1 k2 p1 p2 k3. For most lenses up to some 100 degrees. */
    PLUMB_BOB("plumb_bob", List.of("k1", "k2", "p1", "p2", "k3")),
    /** The same over a second polynomial: for wide lenses that still look forward. */
    RATIONAL_POLYNOMIAL(
            "rational_polynomial", List.of("k1", "k2", "p1", "p2", "k3", "k4", "k5", "k6")),
    /** Kannala and Brandt's angle polynomial: for fisheyes. */
    EQUIDISTANT("equidistant", List.of("k1", "k2", "k3", "k4"));

    static final int MOST_COEFFICIENTS = 8;

    private final String rosName;
    private final List<String> coefficients;

    LensModel(String rosName, List<String> coefficients) {
        this.rosName = rosName;
        this.coefficients = coefficients;
    }

    /** ROS's name, as in {@code camera_info.distortion_model}. */
    public String rosName() {
        return rosName;
    }

    /** Names of the distortion coefficients in ROS's order. */
    public List<String> coefficients() {
        return coefficients;
    }

    /** The model of that name in ROS. */
    public static LensModel named(String rosName) {
        for (LensModel model : values()) {
            if (model.rosName.equals(rosName)) {
                return model;
            }
        }
        throw new IllegalArgumentException("distortion model '" + rosName + "'");
    }

    /** Numbers that an adjustment finds beside the poses: the camera's, then {@link #dots}. */
    int parameters() {
        return dots() + 1;
    }

    /** The last of them: by what share a board's dots are larger than their pictures say. */
    int dots() {
        return Camera.DISTORTION + coefficients.size();
    }

    /** Indices of all of them. */
    int[] all() {
        return IntStream.range(0, parameters()).toArray();
    }

    /** Indices of the camera's own: fx fy cx cy and the coefficients. */
    int[] camera() {
        return IntStream.range(0, dots()).toArray();
    }

    /**
     * The power of the squared radius (of the squared angle) that each coefficient stands before; 0
     * for the tangential ones.
     */
    int[] powers() {
        return switch (this) {
            case PLUMB_BOB -> new int[] {1, 2, 0, 0, 3};
            case RATIONAL_POLYNOMIAL -> new int[] {1, 2, 0, 0, 3, 1, 2, 3};
            case EQUIDISTANT -> new int[] {1, 2, 3, 4};
        };
    }

    /**
     * The two coefficients that alone come nearest to a lens of this kind, the first before the
     * second. Of rational_polynomial they are those of the denominator: for wide lenses the division
     * model (Fitzgibbon, CVPR 2001).
     */
    int[] leading() {
        return this == RATIONAL_POLYNOMIAL ? new int[] {5, 6} : new int[] {0, 1};
    }

    LensFormula formula() {
        return this == EQUIDISTANT ? new AngleFormula() : new RadialFormula(coefficients.size());
    }
}
