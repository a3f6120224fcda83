package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which points and views don't fit the rest. The yardstick is the median distance over all points:
 * for errors that are normal in both axes it is 1.1774 σ, however wild some of them are. A point
 * goes beyond 5 σ (four in a million by chance). A view goes when a quarter of its points would, or
 * when its own median is beyond 2.5 σ.
 */
final class Outliers {
    private static final double MEDIAN_TO_SIGMA = 1 / 1.1774;
    private static final double POINT_SIGMAS = 5;
    private static final double VIEW_SIGMAS = 2.5;

    /** Below this no detector is better, and rejecting would only flatter the figures. */
    private static final double LEAST_SIGMA_PX = 0.03;

    private final double sigmaPx;
    private final boolean[][] points;
    private final boolean[] views;

    private Outliers(double sigmaPx, boolean[][] points, boolean[] views) {
        this.sigmaPx = sigmaPx;
        this.points = points;
        this.views = views;
    }

    static Outliers of(BundleAdjustment adjustment, List<BoardView> seen) {
        double[][] distances = new double[seen.size()][];
        for (int i = 0; i < distances.length; i++) {
            double[] r = adjustment.residuals(i);
            distances[i] = new double[r.length / 2];
            for (int k = 0; k < distances[i].length; k++) {
                distances[i][k] = Math.hypot(r[2 * k], r[2 * k + 1]);
            }
        }
        double[] all = Arrays.stream(distances).flatMapToDouble(Arrays::stream).toArray();
        double sigma = Math.max(LEAST_SIGMA_PX, median(all) * MEDIAN_TO_SIGMA);
        boolean[][] points = new boolean[distances.length][];
        boolean[] views = new boolean[distances.length];
        for (int i = 0; i < distances.length; i++) {
            points[i] = new boolean[distances[i].length];
            int out = 0;
            for (int k = 0; k < points[i].length; k++) {
                points[i][k] = distances[i][k] > POINT_SIGMAS * sigma;
                out += points[i][k] ? 1 : 0;
            }
            views[i] =
                    4 * out > points[i].length
                            || points[i].length - out < 6
                            || median(distances[i].clone()) > VIEW_SIGMAS / MEDIAN_TO_SIGMA * sigma;
        }
        return new Outliers(sigma, points, views);
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    boolean none() {
        for (int i = 0; i < views.length; i++) {
            if (views[i]) {
                return false;
            }
            for (boolean point : points[i]) {
                if (point) {
                    return false;
                }
            }
        }
        return true;
    }

    boolean view(int i) {
        return views[i];
    }

    boolean[] points(int i) {
        return points[i];
    }

    /** The words for a view that goes. */
    Rejection why(BundleAdjustment adjustment, BoardView view, int i, CameraModel camera) {
        double rms = adjustment.rmsPx(i);
        BundleAdjustment mirrored = BundleAdjustment.ofPoses(camera, List.of(view.mirrored()));
        if (mirrored != null && mirrored.rmsPx(0) < rms / 3) {
            return new Rejection(view.name(), "mirrored: turned left for right it would fit");
        }
        return new Rejection(
                view.name(),
                String.format(
                        Locale.ROOT,
                        "does not fit: %.2f px, the others %.2f px",
                        rms,
                        sigmaPx * Math.sqrt(2)));
    }
}
