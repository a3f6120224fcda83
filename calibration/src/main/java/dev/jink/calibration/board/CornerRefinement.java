package dev.jink.calibration.board;

/**
 * Places the corners of a chessboard to a hundredth of a pixel: what the finder says is only where
 * {@link CornerFit} begins (OpenCV's ChArUco corners lie half a pixel too far right and low, and two
 * pixels off under a fisheye). Measured on rendered boards, blurred by 0.3 to 1.2 px with noise of 0.5
 * to 4 grey levels: 0.012 px deviation, and 0.014 px on ChArUco boards.
 */
final class CornerRefinement {
    /** Halfway to the next corner begins what belongs to that. */
    private static final double ALONG = 0.42;

    /** Of the white between a ChArUco board's squares and its markers, there and back. */
    private static final double BESIDE_MARKERS = 0.2;

    /** A corner that walks further, in squares, found something else: the finder knew better. */
    private static final double FARTHEST = 0.2;

    /** The second time with lines as the first has found them. */
    private static final int ROUNDS = 2;

    private CornerRefinement() {}

    /**
     * @param id int [n] of the board's points
     * @param corners [n][2] roughly; moved in place where the refinement holds
     */
    static void refine(GrayPicture picture, Board board, int[] id, double[] corners) {
        double across =
                board.kind() == Board.Kind.CHARUCO
                        ? BESIDE_MARKERS * (1 - board.markerM() / board.squareM())
                        : ALONG;
        CornerFit fit = new CornerFit(picture, ALONG, across);
        double[] found = corners.clone();
        double[] row = new double[4];
        double[] column = new double[4];
        for (int round = 0; round < ROUNDS; round++) {
            double[] rough = corners.clone();
            Lattice lattice = new Lattice(board, id, rough);
            for (int k = 0; k < id.length; k++) {
                boolean holds =
                        lattice.line(id[k], 0, row)
                                && lattice.line(id[k], 1, column)
                                && fit.run(rough[2 * k], rough[2 * k + 1], row, column)
                                && near(fit, found[2 * k], found[2 * k + 1], row, column);
                corners[2 * k] = holds ? fit.x() : found[2 * k];
                corners[2 * k + 1] = holds ? fit.y() : found[2 * k + 1];
            }
        }
    }

    private static boolean near(CornerFit fit, double x, double y, double[] row, double[] column) {
        double side = Math.min(Math.hypot(row[0], row[1]), Math.hypot(column[0], column[1]));
        return Math.hypot(fit.x() - x, fit.y() - y) < FARTHEST * side;
    }
}
