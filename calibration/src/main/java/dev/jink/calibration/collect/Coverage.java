package dev.jink.calibration.collect;

import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.solve.BoardPose;

import java.util.ArrayList;
import java.util.List;

/**
 * Which ninths of the picture and which tilts a set of views covers. The corners fix the distortion,
 * the tilts tell focal length from distance. Not thread-safe.
 */
public final class Coverage {
    private static final String[] ROWS = {"upper", "middle", "lower"};
    private static final String[] COLUMNS = {"left", "middle", "right"};

    /** Points that make a ninth of the picture covered. */
    private static final int ENOUGH_POINTS = 8;

    /** Sine of the tilt from which on a view counts as tilted: 15 degrees. */
    private static final double TILTED = 0.26;

    private final int[] points = new int[9];
    private final List<double[]> normals = new ArrayList<>();

    /**
     * @param pose of the board; roughly is enough
     */
    public void add(BoardView view, BoardPose pose) {
        for (int i = 0; i < view.points(); i++) {
            int column = (int) Math.clamp(view.pixels()[2 * i] / view.width() * 3, 0, 2);
            int row = (int) Math.clamp(view.pixels()[2 * i + 1] / view.height() * 3, 0, 2);
            points[3 * row + column]++;
        }
        double[] n = pose.normal();
        if (n[2] < 0) {
            n = new double[] {-n[0], -n[1], -n[2]};
        }
        normals.add(n);
    }

    /** Ninths of the picture that are covered, 0 to 9. */
    public int covered() {
        int covered = 0;
        for (int count : points) {
            covered += count >= ENOUGH_POINTS ? 1 : 0;
        }
        return covered;
    }

    /** Points in one ninth, row by row. */
    public int points(int ninth) {
        return points[ninth];
    }

    /** The largest angle between two views' boards. */
    public double tiltSpreadRad() {
        double least = 1;
        for (double[] a : normals) {
            for (double[] b : normals) {
                least = Math.min(least, a[0] * b[0] + a[1] * b[1] + a[2] * b[2]);
            }
        }
        return Math.acos(Math.clamp(least, -1, 1));
    }

    /** What to show the camera next, most wanted first; empty when nothing is missing. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        // The normal points away from the viewer: the side it leans to is the nearer one.
        boolean left = false;
        boolean right = false;
        boolean upper = false;
        boolean lower = false;
        for (double[] n : normals) {
            left |= n[0] < -TILTED;
            right |= n[0] > TILTED;
            upper |= n[1] < -TILTED;
            lower |= n[1] > TILTED;
        }
        tilt(missing, left, "left");
        tilt(missing, right, "right");
        tilt(missing, upper, "upper");
        tilt(missing, lower, "lower");
        for (int i = 0; i < 9; i++) {
            if (points[i] < ENOUGH_POINTS) {
                missing.add(i == 4 ? "the middle" : ROWS[i / 3] + " " + COLUMNS[i % 3]);
            }
        }
        return missing;
    }

    private static void tilt(List<String> missing, boolean there, String side) {
        if (!there) {
            missing.add("tilt: " + side + " side nearer");
        }
    }
}
