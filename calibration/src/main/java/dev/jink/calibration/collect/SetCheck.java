package dev.jink.calibration.collect;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Rejection;

import java.util.ArrayList;
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

    private SetCheck() {}

    /**
     * Whether it is worth calibrating with the views collected.
     *
     * @throws CalibrationException with the reason
     */
    public static void beforehand(ViewCollector collected) {
        boardSize(collected);
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

    /** Finders take part of a larger board for the board itself: asks what is really there. */
    private static void boardSize(ViewCollector collected) {
        Board board = collected.board();
        if (board.kind() != Board.Kind.CHESSBOARD) {
            return;
        }
        List<GrayPicture> asked =
                new ArrayList<>(
                        collected.views().isEmpty() ? collected.unseen() : collected.pictures());
        Map<String, Integer> sizes = new HashMap<>();
        int looked = 0;
        for (GrayPicture picture : asked.subList(0, Math.min(5, asked.size()))) {
            int[] size = collected.finder().chessboardSize(picture);
            if (size != null) {
                looked++;
                int wide = Math.max(size[0], size[1]);
                int narrow = Math.min(size[0], size[1]);
                sizes.merge(wide + "x" + narrow, 1, Integer::sum);
            }
        }
        String wanted =
                Math.max(board.columns(), board.rows())
                        + "x"
                        + Math.min(board.columns(), board.rows());
        for (Map.Entry<String, Integer> size : sizes.entrySet()) {
            if (2 * size.getValue() > looked && !size.getKey().equals(wanted)) {
                throw new CalibrationException(
                        "board mismatched: got --board "
                                + board.columns()
                                + "x"
                                + board.rows()
                                + ", the pictures show "
                                + size.getKey()
                                + " inner corners, wanted the same: count "
                                + Board.counted(board.kind()));
            }
        }
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
        wholePicture(found);
    }

    private static void wholePicture(Calibration found) {
        double[] ray = new double[3];
        double right = found.camera().width() - 1;
        double low = found.camera().height() - 1;
        for (double[] corner : new double[][] {{0, 0}, {right, 0}, {0, low}, {right, low}}) {
            if (!found.camera().ray(corner[0], corner[1], ray)) {
                throw new CalibrationException(
                        "lens formula folds: "
                                + found.lens().rosName()
                                + " as found has no ray for the picture's corner "
                                + (int) corner[0]
                                + ", "
                                + (int) corner[1]
                                + ", wanted one for every pixel: take pictures with the board in"
                                + " the corners, or another --model");
            }
        }
    }
}
