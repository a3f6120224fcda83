package dev.jink.calibration.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.campaign.BoardCamera;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.BundleAdjustment;
import dev.jink.calibration.solve.Rotations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class BoardFinderTest {
    private static final CameraModel CAMERA =
            CameraModel.of(
                    640,
                    480,
                    "plumb_bob",
                    new double[] {-0.2, 0.05, 0, 0, 0},
                    new double[] {500, 0, 322, 0, 500, 238, 0, 0, 1});

    static Board board(Board.Kind kind) {
        return switch (kind) {
            case CHESSBOARD -> Board.chessboard(9, 6, 0.03);
            case CIRCLES -> new Board(kind, 4, 11, 0.02, 0, "");
            case CHARUCO -> new Board(kind, 9, 6, 0.03, 0.0225, "5X5_250");
        };
    }

    private static BoardPose pose(Board board) {
        double[] r = Rotations.ofVector(0.3, -0.25, 0.1);
        double[] middle = middle(board, new BoardPose(r, new double[3]));
        return new BoardPose(r, new double[] {-middle[0], -middle[1], 0.45 - middle[2]});
    }

    private static double[] middle(Board board, BoardPose pose) {
        double[] middle =
                Rotations.turn(
                        pose.rotation(),
                        new double[] {
                            board.x(board.pointsInRow() - 1) / 2, board.y(board.points() - 1) / 2, 0
                        });
        for (int k = 0; k < 3; k++) {
            middle[k] += pose.translation()[k];
        }
        return middle;
    }

    private static GrayPicture picture(Board board, double blurPx) {
        return new BoardCamera(CAMERA)
                .picture(
                        "board",
                        Print.of(board),
                        pose(board),
                        new BoardCamera.Faults(blurPx, 2, 11));
    }

    @ParameterizedTest
    @EnumSource(Board.Kind.class)
    void shouldFindEveryPointWhereItWasDrawn(Board.Kind kind) {
        Board board = board(kind);
        BoardView view = new BoardFinder(board).find(picture(board, 0.7));
        assertNotNull(view);
        assertEquals(board.points(), view.points());
        BundleAdjustment fitted = BundleAdjustment.ofPoses(CAMERA, List.of(view));
        assertTrue(fitted.rmsPx(0) < 0.03, kind + ": " + fitted.rmsPx(0) + " px");
        // That of its middle: chessboards look the same turned by half.
        assertArrayEquals(new double[] {0, 0, 0.45}, middle(board, fitted.poses()[0]), 1e-4);
        assertEquals(kind == Board.Kind.CIRCLES ? 0.01 : 0, view.dotM(), 1e-4);
        assertEquals(0.9, view.blurPx(), 0.4);
    }

    @Test
    void shouldTellTheBlurThatWasPutIn() {
        Board board = board(Board.Kind.CHESSBOARD);
        for (double blur : new double[] {1.5, 2.5, 3.5}) {
            BoardView view = new BoardFinder(board).find(picture(board, blur));
            assertNotNull(view, "blur " + blur);
            assertEquals(blur, view.blurPx(), 0.3 * blur);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 11})
    void shouldNotTakeAMirroredCircleBoardForOneWhereThatCanBeTold(int rows) {
        Board board = new Board(Board.Kind.CIRCLES, 4, rows, 0.02, 0, "");
        GrayPicture picture = picture(board, 0.7);
        BoardFinder finder = new BoardFinder(board);
        assertNotNull(finder.find(picture));
        assertEquals(board.tellsMirrored(), finder.find(picture.mirrored()) == null);
    }

    /** Why no chessboard tells: {@link Board#tellsMirrored}. */
    @ParameterizedTest
    @CsvSource({"8, 6", "8, 5", "9, 6", "9, 7"})
    void shouldShowAChessboardInTheMirror(int columns, int rows) {
        Board board = Board.chessboard(columns, rows, 1);
        Print print = Print.of(board);
        boolean turned = columns % 2 == 1 && rows % 2 == 0;
        boolean otherColours = columns % 2 == 1 && rows % 2 == 1;
        for (int i = 0; i <= columns; i++) {
            for (int j = 0; j <= rows; j++) {
                double x = i - 0.5;
                double y = j - 0.5;
                // Left for right; that turned by half is upside down alone.
                double mirrored = turned ? print.at(x, rows - 1 - y) : print.at(columns - 1 - x, y);
                assertEquals(otherColours, mirrored != print.at(x, y), i + " " + j);
            }
        }
        assertFalse(board.tellsMirrored());
    }

    @Test
    void shouldFindNothingInAMirroredOrEmptyPicture() {
        Board board = board(Board.Kind.CHARUCO);
        GrayPicture picture = picture(board, 0.7);
        assertNull(new BoardFinder(board).find(picture.mirrored()));
        assertNull(
                new BoardFinder(board(Board.Kind.CHESSBOARD))
                        .find(new GrayPicture("grey", 320, 240, new byte[320 * 240])));
    }

    @Test
    void shouldTellTheSizeOfABoardThatIsNotTheOneAskedFor() {
        Board board = board(Board.Kind.CHESSBOARD);
        int[] size =
                new BoardFinder(Board.chessboard(5, 4, 0.03)).chessboardSize(picture(board, 1));
        java.util.Arrays.sort(size);
        assertArrayEquals(new int[] {6, 9}, size);
    }

    @Test
    void shouldRefuseBoardsThatNobodyPrints() {
        assertEquals(
                "board: got 2x6, wanted 3x3 to 64x64: count inner corners, a row and a column",
                message(() -> Board.chessboard(2, 6, 0.02)));
        assertEquals(
                "board: square is -1.0 m, wanted above 0 to 10 m: measure one side with a ruler",
                message(() -> Board.chessboard(9, 6, -1)));
        assertEquals(
                "board: marker is 0.04 m, wanted above 0 and below the square's 0.03 m: measure the"
                        + " black side of one marker",
                message(() -> new Board(Board.Kind.CHARUCO, 9, 6, 0.03, 0.04, "5X5_250")));
        assertTrue(
                message(() -> new BoardFinder(new Board(Board.Kind.CHARUCO, 9, 6, 0.03, 0.02, "X")))
                        .startsWith("board: dictionary is 'X', wanted one of 4X4_100 "));
    }

    private static String message(Runnable run) {
        return assertThrows(CalibrationException.class, run::run).getMessage();
    }
}
