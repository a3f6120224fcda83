package dev.jink.calibration.board;

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
