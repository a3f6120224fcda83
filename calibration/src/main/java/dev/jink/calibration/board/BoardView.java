package dev.jink.calibration.board;

/**
 * A board in one picture: which of its points were found, and where.
 *
 * @param name of the picture
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param board [n][2] x, y on the board in metres
 * @param pixels [n][2] u, v in the picture; (0, 0) is the centre of the top left pixel
 * @param blurPx deviation of the blur over the board's edges, in pixels
 * @param spacingPx distance between neighbouring points in the picture, median, in pixels
 */
public record BoardView(
        String name,
        int width,
        int height,
        double[] board,
        double[] pixels,
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
        return new BoardView(name, width, height, on, in, blurPx, spacingPx);
    }

    /** Whether the board runs through the picture the wrong way about, as no board's front does. */
    boolean leftForRight() {
        double[] sums = new double[8];
        for (int k = 0; k < points(); k++) {
            double x = board[2 * k];
            double y = board[2 * k + 1];
            double u = pixels[2 * k];
            double v = pixels[2 * k + 1];
            double[] terms = {x, y, u, v, u * x, u * y, v * x, v * y};
            for (int i = 0; i < terms.length; i++) {
                sums[i] += terms[i] / points();
            }
        }
        // The sign of the determinant of the covariances is that of the map's.
        double ux = sums[4] - sums[2] * sums[0];
        double uy = sums[5] - sums[2] * sums[1];
        double vx = sums[6] - sums[3] * sums[0];
        double vy = sums[7] - sums[3] * sums[1];
        return ux * vy < uy * vx;
    }

    /** The same view as a mirrored picture would show it. */
    public BoardView mirrored() {
        double[] turned = pixels.clone();
        for (int i = 0; i < turned.length; i += 2) {
            turned[i] = width - 1 - turned[i];
        }
        return new BoardView(name, width, height, board, turned, blurPx, spacingPx);
    }

    /** Mean distance of the points that two views share, in pixels; infinity when they differ. */
    public double distancePx(BoardView other) {
        if (other.points() != points()) {
            return Double.POSITIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < pixels.length; i += 2) {
            sum += Math.hypot(pixels[i] - other.pixels[i], pixels[i + 1] - other.pixels[i + 1]);
        }
        return sum / points();
    }
}
