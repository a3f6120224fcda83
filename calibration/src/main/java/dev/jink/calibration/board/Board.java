package dev.jink.calibration.board;

import dev.jink.calibration.CalibrationException;

import java.util.Locale;

/**
 * A flat calibration board. Its points lie on the plane z = 0 of the board's own frame: x along a
 * row, y from row to row, in metres, so that a board seen upright has x right, y down, z away from
 * the viewer.
 *
 * @param kind what is printed on it
 * @param columns inner corners a row (chessboard), circles a row, or squares a row (ChArUco)
 * @param rows the same downwards
 * @param squareM side of a square; for circles half the distance between neighbours of one row
 * @param markerM side of a ChArUco marker; otherwise unused
 * @param dictionary OpenCV's name of the ChArUco markers, as in 4X4_50; otherwise unused
 */
public record Board(
        Kind kind, int columns, int rows, double squareM, double markerM, String dictionary) {

    /** What is printed on a board. */
    public enum Kind {
        /** Black and white squares; its points are the inner corners. */
        CHESSBOARD,
        /** Dots, every other row shifted by half a step. */
        CIRCLES,
        /** A chessboard with markers in its white squares; may be seen in part. */
        CHARUCO;

        /** The name on the command line. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int LARGEST = 64;

    /**
     * @throws CalibrationException in one line when no such board can be printed
     */
    public Board {
        if (columns < 3 || rows < 3 || columns > LARGEST || rows > LARGEST) {
            throw new CalibrationException(
                    "board: got "
                            + columns
                            + "x"
                            + rows
                            + ", wanted 3x3 to "
                            + LARGEST
                            + "x"
                            + LARGEST
                            + ": count "
                            + counted(kind));
        }
        if (!(squareM > 0 && squareM <= 10)) {
            throw new CalibrationException(
                    "board: square is "
                            + squareM
                            + " m, wanted above 0 to 10 m: measure one side with a ruler");
        }
        if (kind == Kind.CHARUCO && !(markerM > 0 && markerM < squareM)) {
            throw new CalibrationException(
                    "board: marker is "
                            + markerM
                            + " m, wanted above 0 and below the square's "
                            + squareM
                            + " m: measure the black side of one marker");
        }
    }

    /** A chessboard of so many inner corners. */
    public static Board chessboard(int columns, int rows, double squareM) {
        return new Board(Kind.CHESSBOARD, columns, rows, squareM, 0, "");
    }

    /** What one counts to tell a board's size. */
    public static String counted(Kind kind) {
        return switch (kind) {
            case CHESSBOARD -> "inner corners, a row and a column";
            case CIRCLES -> "circles in one row, and rows";
            case CHARUCO -> "squares, a row and a column";
        };
    }

    /**
     * Whether its picture can be told from its mirrored one. A chessboard's never can. Its square in
     * column i and row j, of columns + 1 by rows + 1, is black where i + j is even; mirrored left for
     * right it is where columns − i + j is:
     *
     * <ul>
     *   <li>columns even: the same squares. The mirrored board is the board.
     *   <li>rows even: turned by half besides, it is black where i + rows − j is even, which are the
     *       same squares. The mirrored board is the board turned by half.
     *   <li>both odd: every square in the other colour, turned or not. That is a chessboard too, and
     *       which of the two was printed the picture doesn't say.
     * </ul>
     *
     * So the mirrored picture is one that a camera takes of a chessboard: with its principal point, its
     * tangential distortion and the board's pose left for right. Writing beside the board would tell.
     * Circles with an odd number of rows are their own mirrored board likewise.
     */
    public boolean tellsMirrored() {
        return kind == Kind.CHARUCO || kind == Kind.CIRCLES && rows % 2 == 0;
    }

    /** How many points the whole board has. */
    public int points() {
        return kind == Kind.CHARUCO ? (columns - 1) * (rows - 1) : columns * rows;
    }

    /** Points in one row. */
    public int pointsInRow() {
        return kind == Kind.CHARUCO ? columns - 1 : columns;
    }

    /** Position of a point to the right on the board, metres. */
    public double x(int point) {
        int column = point % pointsInRow();
        int row = point / pointsInRow();
        return kind == Kind.CIRCLES ? (2 * column + row % 2) * squareM : column * squareM;
    }

    /** Position of a point downwards on the board, metres. */
    public double y(int point) {
        return point / pointsInRow() * squareM;
    }

    @Override
    public String toString() {
        return kind.text() + " of " + columns + "x" + rows;
    }
}
