package dev.jink.calibration.board;

import java.util.Arrays;

/**
 * How blurred a board's edges are. A step of contrast c behind a Gaussian blur of deviation σ has a
 * steepest slope of c / (σ √(2π)), and so σ = c / (√(2π) · slope). The slope is taken along four
 * directions and the flattest counts: motion blur leaves the edges along the motion sharp. Edges
 * lie between those directions, by which the flattest is 0.71 to 0.92 of the edges' own slope.
 */
final class Sharpness {
    private static final double BETWEEN = 0.8;
    private static final double DIAGONAL = Math.sqrt(0.5);
    private static final int[][] DIRECTIONS = {{1, 0}, {0, 1}, {1, 1}, {1, -1}};

    private Sharpness() {}

    /** Median distance in pixels between points that are neighbours in a row. */
    static double spacingPx(Board board, int[] id, double[] pixels) {
        double[] distances = new double[id.length];
        int count = 0;
        for (int i = 1; i < id.length; i++) {
            boolean neighbours =
                    id[i] == id[i - 1] + 1
                            && id[i] / board.pointsInRow() == id[i - 1] / board.pointsInRow();
            if (neighbours) {
                distances[count++] =
                        Math.hypot(
                                pixels[2 * i] - pixels[2 * i - 2],
                                pixels[2 * i + 1] - pixels[2 * i - 1]);
            }
        }
        return count == 0 ? 10 : median(Arrays.copyOf(distances, count));
    }

    static double blurPx(GrayPicture picture, double[] pixels, double spacingPx) {
        int half = (int) Math.clamp(0.4 * spacingPx, 3, 20);
        double[] blur = new double[pixels.length / 2];
        int count = 0;
        for (int i = 0; i < pixels.length; i += 2) {
            double one =
                    around(
                            picture,
                            (int) Math.rint(pixels[i]),
                            (int) Math.rint(pixels[i + 1]),
                            half);
            if (!Double.isNaN(one)) {
                blur[count++] = one;
            }
        }
        return count == 0 ? Double.NaN : median(Arrays.copyOf(blur, count));
    }

    private static double around(GrayPicture picture, int cx, int cy, int half) {
        int edge = half + 1;
        if (cx < edge
                || cy < edge
                || cx >= picture.width() - edge
                || cy >= picture.height() - edge) {
            return Double.NaN;
        }
        int darkest = 255;
        int lightest = 0;
        double[] steepest = new double[DIRECTIONS.length];
        for (int y = cy - half; y <= cy + half; y++) {
            for (int x = cx - half; x <= cx + half; x++) {
                darkest = Math.min(darkest, picture.at(x, y));
                lightest = Math.max(lightest, picture.at(x, y));
                for (int d = 0; d < DIRECTIONS.length; d++) {
                    int dx = DIRECTIONS[d][0];
                    int dy = DIRECTIONS[d][1];
                    double rise =
                            Math.abs(picture.at(x + dx, y + dy) - picture.at(x - dx, y - dy)) / 2.0;
                    steepest[d] = Math.max(steepest[d], d < 2 ? rise : rise * DIAGONAL);
                }
            }
        }
        double flattest = Arrays.stream(steepest).min().orElse(0);
        return BETWEEN * (lightest - darkest) / (Math.sqrt(2 * Math.PI) * Math.max(flattest, 0.5));
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
