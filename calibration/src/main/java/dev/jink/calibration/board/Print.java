package dev.jink.calibration.board;

import org.bytedeco.opencv.opencv_core.Mat;

/** What is printed where on a board: its reflectance, for rendering it. Immutable, any thread. */
public interface Print {
    double BLACK = 0.05;
    double WHITE = 0.9;

    /** Nothing is printed there: the board ends before. */
    double BESIDE = Double.NaN;

    /**
     * @param x to the right on the board, metres, as {@link Board#x}
     * @param y downwards
     * @return {@link #BLACK}, {@link #WHITE} or {@link #BESIDE}
     */
    double at(double x, double y);

    /** The print of a board, with a white margin of one square around. */
    static Print of(Board board) {
        return switch (board.kind()) {
            case CHESSBOARD -> chessboard(board);
            case CIRCLES -> circles(board);
            case CHARUCO -> charuco(board);
        };
    }

    private static Print chessboard(Board board) {
        return (x, y) -> {
            int i = (int) Math.floor(x / board.squareM()) + 1;
            int j = (int) Math.floor(y / board.squareM()) + 1;
            if (i < -1 || j < -1 || i > board.columns() + 1 || j > board.rows() + 1) {
                return BESIDE;
            }
            boolean margin = i < 0 || j < 0 || i > board.columns() || j > board.rows();
            return margin || (i + j) % 2 == 1 ? WHITE : BLACK;
        };
    }

    private static Print circles(Board board) {
        double step = board.squareM();
        double radius = 0.5 * step;
        return (x, y) -> {
            if (x < -2 * step
                    || y < -2 * step
                    || x > (2 * board.columns() + 1) * step
                    || y > (board.rows() + 1) * step) {
                return BESIDE;
            }
            long row = Math.clamp(Math.round(y / step), 0, board.rows() - 1);
            for (long r = Math.max(0, row - 1); r <= Math.min(board.rows() - 1, row + 1); r++) {
                long odd = r % 2;
                long column = Math.clamp(Math.round((x / step - odd) / 2), 0, board.columns() - 1);
                if (Math.hypot(x - (2 * column + odd) * step, y - r * step) < radius) {
                    return BLACK;
                }
            }
            return WHITE;
        };
    }

    private static Print charuco(Board board) {
        int dots = 48; // a square's side in dots: a whole number for 4 to 7 bits and their frame
        int width = board.columns() * dots;
        int height = board.rows() * dots;
        byte[] drawn = new byte[width * height];
        try (Mat picture = new Mat()) {
            new CharucoMarkers(board).draw(width, height, picture);
            picture.data().get(drawn);
        }
        return (x, y) -> {
            // The board's first point is the inner corner one square in.
            int u = (int) Math.floor((x / board.squareM() + 1) * dots);
            int v = (int) Math.floor((y / board.squareM() + 1) * dots);
            if (u < -dots || v < -dots || u >= width + dots || v >= height + dots) {
                return BESIDE;
            }
            boolean margin = u < 0 || v < 0 || u >= width || v >= height;
            return margin || (drawn[v * width + u] & 0xff) > 127 ? WHITE : BLACK;
        };
    }
}
