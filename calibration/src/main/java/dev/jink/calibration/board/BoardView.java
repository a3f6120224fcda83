package dev.jink.calibration.board;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A board in one picture: which of its points were found, and where.
 *
 * @param name of the picture
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param board [n][2] x, y on the board in metres
 * @param pixels [n][2] u, v in the picture; (0, 0) is the centre of the top left pixel
 * @param dotM radius of the dots on the board in metres: then pixels are the middles of the dots'
 *     pictures, which are not the pictures of their middles; 0 when points are points
 * @param blurPx deviation of the blur over the board's edges, in pixels
 * @param spacingPx distance between neighbouring points in the picture, median, in pixels
 */
public record BoardView(
        String name,
        int width,
        int height,
        double[] board,
        double[] pixels,
        double dotM,
        double blurPx,
        double spacingPx) {

    /** How many points were found. */
    public int points() {
        return pixels.length / 2;
    }

    /** The same without the points that are marked. */
    public BoardView without(boolean[] marked) {
        int left = 0;
        for (boolean out : marked) {
            left += out ? 0 : 1;
        }
        double[] on = new double[2 * left];
        double[] in = new double[2 * left];
        int to = 0;
        for (int i = 0; i < marked.length; i++) {
            if (!marked[i]) {
                on[2 * to] = board[2 * i];
                on[2 * to + 1] = board[2 * i + 1];
                in[2 * to] = pixels[2 * i];
                in[2 * to + 1] = pixels[2 * i + 1];
                to++;
            }
        }
        return new BoardView(name, width, height, on, in, dotM, blurPx, spacingPx);
    }

    /** The same view as a mirrored picture would show it. */
    public BoardView mirrored() {
        double[] turned = pixels.clone();
        for (int i = 0; i < turned.length; i += 2) {
            turned[i] = width - 1 - turned[i];
        }
        return new BoardView(name, width, height, board, turned, dotM, blurPx, spacingPx);
    }

    /** The same view with its points named from the board's other end: a board turned by half. */
    public BoardView turned(Board of) {
        int last = of.points() - 1;
        double square = of.squareM();
        double[] named = board.clone();
        for (int i = 0; i < named.length; i += 2) {
            // Whole squares again, so that a point is the same number in either view.
            named[i] = Math.rint((of.x(last) - named[i]) / square) * square;
            named[i + 1] = Math.rint((of.y(last) - named[i + 1]) / square) * square;
        }
        return new BoardView(name, width, height, named, pixels, dotM, blurPx, spacingPx);
    }

    /**
     * The view that several of a board that stands still add up to: each point where it was seen on
     * average.
     *
     * @param views one or more, of one board and one camera
     */
    public static BoardView mean(List<BoardView> views) {
        Map<List<Double>, double[]> sums = new LinkedHashMap<>();
        for (BoardView view : views) {
            for (int i = 0; i < view.pixels.length; i += 2) {
                double[] sum =
                        sums.computeIfAbsent(
                                List.of(view.board[i], view.board[i + 1]), at -> new double[3]);
                sum[0] += view.pixels[i];
                sum[1] += view.pixels[i + 1];
                sum[2]++;
            }
        }
        BoardView any = views.getFirst();
        return new BoardView(
                any.name,
                any.width,
                any.height,
                sums.keySet().stream().flatMap(List::stream).mapToDouble(v -> v).toArray(),
                sums.values().stream()
                        .flatMapToDouble(sum -> DoubleStream.of(sum[0] / sum[2], sum[1] / sum[2]))
                        .toArray(),
                views.stream().mapToDouble(BoardView::dotM).average().orElse(0),
                any.blurPx,
                any.spacingPx);
    }

    /** Mean distance of the points that two views share, in pixels; infinity when those are few. */
    public double distancePx(BoardView other) {
        double sum = 0;
        int shared = 0;
        for (int i = 0; i < pixels.length; i += 2) {
            for (int j = 0; j < other.pixels.length; j += 2) {
                if (board[i] == other.board[j] && board[i + 1] == other.board[j + 1]) {
                    sum +=
                            Math.hypot(
                                    pixels[i] - other.pixels[j],
                                    pixels[i + 1] - other.pixels[j + 1]);
                    shared++;
                }
            }
        }
        boolean few = 2 * shared < Math.max(points(), other.points());
        return few ? Double.POSITIVE_INFINITY : sum / shared;
    }
}
