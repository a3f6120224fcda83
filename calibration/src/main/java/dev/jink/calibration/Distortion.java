package dev.jink.calibration;

import java.util.Arrays;

/**
 * How a lens bends rays, as ROS and OpenCV write it down. A distortion maps a ray of the optical
 * frame to the plane z = 1 in front of an ideal pinhole; the camera matrix then makes pixels of it.
 *
 * <p>Immutable; every method may be called from any thread.
 */
public sealed interface Distortion permits Polynomial, Equidistant {

    /** No distortion: the picture was rectified before, or rendered. ROS: plumb_bob of zeros. */
    static Distortion none() {
        return Polynomial.plumbBob(new double[5]);
    }

    /**
     * A distortion from ROS's name and coefficients.
     *
     * @param model plumb_bob, rational_polynomial or equidistant; empty only without coefficients
     * @param d the coefficients in ROS's order: plumb_bob k1 k2 p1 p2 [k3] or none at all;
     *     rational_polynomial k1 k2 p1 p2 k3 k4 k5 k6 (OpenCV's longer forms are taken when what
     *     follows is zero); equidistant k1 k2 k3 k4
     * @throws CalibrationException for an unknown model, a wrong count, NaN or infinity
     */
    static Distortion of(String model, double[] d) {
        for (int i = 0; i < d.length; i++) {
            CameraInfoCheck.finite("D[" + i + "]", d[i]);
        }
        return switch (model) {
            case "plumb_bob" -> plumbBob(model, d);
            case "" -> unnamed(d);
            case "rational_polynomial" -> rational(d);
            case "equidistant" -> {
                CameraInfoCheck.count(model, d.length, d.length == 4, "4 (k1 k2 k3 k4)");
                yield Equidistant.of(d);
            }
            default ->
                    throw new CalibrationException(
                            "camera_info: distortion_model is '"
                                    + model
                                    + "', wanted plumb_bob, rational_polynomial or equidistant:"
                                    + " calibrate with one of these models");
        };
    }

    private static Distortion plumbBob(String model, double[] d) {
        boolean right = d.length == 0 || d.length == 4 || d.length == 5;
        CameraInfoCheck.count(model, d.length, right, "5 (k1 k2 p1 p2 k3), 4 or 0");
        return Polynomial.plumbBob(Arrays.copyOf(d, 5));
    }

    /** Drivers of rectified and of simulated cameras leave the model out together with D. */
    private static Distortion unnamed(double[] d) {
        if (d.length > 0) {
            throw new CalibrationException(
                    "camera_info: distortion_model is empty but D has "
                            + d.length
                            + " coefficients, wanted plumb_bob, rational_polynomial or"
                            + " equidistant: name the model, or leave D empty for a rectified"
                            + " picture");
        }
        return none();
    }

    private static Distortion rational(double[] d) {
        boolean zeroTail = true;
        for (int i = 8; i < d.length; i++) {
            zeroTail &= d[i] == 0;
        }
        CameraInfoCheck.count(
                "rational_polynomial",
                d.length,
                d.length >= 8 && zeroTail,
                "8 (k1 k2 p1 p2 k3 k4 k5 k6; thin prism and tilt only as zeros)");
        return Polynomial.rational(d);
    }

    /**
     * Bends a ray.
     *
     * @param x optical frame, to the right, any unit
     * @param y optical frame, down
     * @param z optical frame, forward
     * @param xy receives the bent point on the plane z = 1; NaN, NaN when the lens can't see it
     * @return whether the lens can see it: in front of it, and inside {@link #limitRad()}
     */
    boolean bend(double x, double y, double z, double[] xy);

    /**
     * The angle from the axis up to which the formula is one-to-one. Beyond it a fitted polynomial
     * folds back and would show the middle of the picture a second time at its rim.
     */
    double limitRad();

    /** ROS's name of the model, as in {@code camera_info.distortion_model}. */
    String rosName();

    /** A fresh array of the coefficients in ROS's order. */
    double[] coefficients();
}
