package dev.jink.calibration.collect;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Rejection;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Refuses sets of pictures that would give bad numbers, and numbers that are bad. In one line. */
public final class SetCheck {
    static final int FEWEST_VIEWS = 6;
    private static final double LEAST_TILT_RAD = Math.toRadians(12);

    /** Of a picture's width: an honest board and finder stay far below. */
    private static final double MOST_RMS_SHARE = 1.0 / 500;

    private static final double MOST_FOCAL_SHARE = 0.02;
    private static final double MOST_CENTRE_SHARE = 0.02;

    /** Of the way to the rim: what lies beyond is not seen, and says so. */
    private static final double LEAST_SEEN = 0.6;

    private SetCheck() {}

    /**
     * Whether it is worth calibrating with the views collected.
     *
     * @throws CalibrationException with the reason
     */
    public static void beforehand(ViewCollector collected) {
        BoardCheck.of(collected);
        int views = collected.views().size();
        if (views < FEWEST_VIEWS) {
            throw new CalibrationException(
                    "too few views: got "
                            + views
                            + " from "
                            + collected.looked()
                            + " pictures, wanted "
                            + FEWEST_VIEWS
                            + " or more"
                            + mostly(collected.rejected())
                            + ": take 15 to 30 with the board in all corners and tilted");
        }
        if (collected.coverage().tiltSpreadRad() < LEAST_TILT_RAD) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "no tilt: the board turns by %.0f degrees between pictures, wanted %.0f"
                                + " or more: without tilt focal length and distance are the same;"
                                + " tilt the board to all four sides",
                            Math.toDegrees(collected.coverage().tiltSpreadRad()),
                            Math.toDegrees(LEAST_TILT_RAD)));
        }
    }

    /** The reason that most pictures were left out for. */
    private static String mostly(List<Rejection> rejected) {
        Map<String, Integer> counts = new HashMap<>();
        String most = null;
        for (Rejection one : rejected) {
            String kind = one.reason().replaceFirst("[ :].*", "");
            kind = kind.equals("no") ? one.reason() : kind;
            counts.merge(kind, 1, Integer::sum);
            most = most == null || counts.get(kind) > counts.get(most) ? kind : most;
        }
        if (most == null) {
            return "";
        }
        String why =
                most.equals("repeats")
                        ? "repeat another picture"
                        : most.equals("does") ? "do not fit the others" : most;
        int count = counts.get(most);
        return " (" + count + (most.startsWith("no ") ? " with " : " ") + why + ")";
    }

    /**
     * Whether a calibration may be used.
     *
     * @throws CalibrationException with the reason
     */
    public static void afterwards(Calibration found, int pictures) {
        int views = found.views().size();
        if (views < FEWEST_VIEWS) {
            throw new CalibrationException(
                    "too few views: "
                            + views
                            + " of "
                            + pictures
                            + " pictures agree with each other, wanted "
                            + FEWEST_VIEWS
                            + " or more"
                            + mostly(found.rejected())
                            + ": check that the board is flat, stiff and not mirrored");
        }
        double mostRms = Math.max(1, MOST_RMS_SHARE * found.camera().width());
        if (!(found.rmsPx() <= mostRms)) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "poor fit: the board's points miss by %.2f px, wanted %.2f or less:"
                                    + " check --board and --model, and that the board is flat and"
                                    + " the lens in focus",
                            found.rmsPx(),
                            mostRms));
        }
        double focal =
                Math.max(
                        found.half95(0) / found.camera().fx(),
                        found.half95(1) / found.camera().fy());
        double centre = Math.max(found.half95(2), found.half95(3)) / found.camera().width();
        if (!(focal <= MOST_FOCAL_SHARE && centre <= MOST_CENTRE_SHARE)) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "undetermined: focal length known to %.1f %%, centre to %.1f %% of the"
                                    + " width, wanted %.0f %% or better: %s",
                            100 * focal,
                            100 * centre,
                            100 * MOST_FOCAL_SHARE,
                            "take more pictures, the board larger, in the corners and tilted"));
        }
        enoughOfThePicture(found);
    }

    private static void enoughOfThePicture(Calibration found) {
        double share = found.camera().seenShare();
        if (share < LEAST_SEEN) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "lens formula folds: %s as found has rays for %.0f %% of the way to the"
                                + " picture's rim, wanted %.0f %% or more: take pictures with the"
                                + " board in the corners, or another --model",
                            found.lens().rosName(),
                            100 * share,
                            100 * LEAST_SEEN));
        }
    }
}
