package dev.jink.calibration.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

class BoardViewTest {
    private static final Board BOARD = Board.chessboard(4, 3, 0.07);

    /** Point i at (10 i + moved, i), the first ones left out. */
    private static BoardView view(int leftOut, double moved) {
        int n = BOARD.points();
        double[] on =
                IntStream.range(2 * leftOut, 2 * n)
                        .mapToDouble(k -> k % 2 == 0 ? BOARD.x(k / 2) : BOARD.y(k / 2))
                        .toArray();
        double[] in =
                IntStream.range(2 * leftOut, 2 * n)
                        .mapToDouble(k -> k % 2 == 0 ? 5 * k + moved : k / 2)
                        .toArray();
        return new BoardView("view", 640, 480, on, in, 0, 0.8, 30);
    }

    @Test
    void shouldNameItsPointsFromTheOtherEnd() {
        BoardView turned = view(0, 0).turned(BOARD);
        int last = BOARD.points() - 1;
        for (int i = 0; i <= last; i++) {
            assertEquals(BOARD.x(last - i), turned.board()[2 * i]);
            assertEquals(BOARD.y(last - i), turned.board()[2 * i + 1]);
        }
        assertArrayEquals(view(0, 0).board(), turned.turned(BOARD).board());
    }

    @Test
    void shouldAverageEachPointOverTheViewsThatHaveIt() {
        BoardView mean = BoardView.mean(List.of(view(2, 0), view(0, 1)));
        assertEquals(BOARD.points(), mean.points());
        for (int k = 0; k < mean.points(); k++) {
            int point =
                    (int)
                            Math.rint(
                                    mean.board()[2 * k] / 0.07
                                            + 4 * mean.board()[2 * k + 1] / 0.07);
            assertEquals(10 * point + (point < 2 ? 1 : 0.5), mean.pixels()[2 * k], 1e-12);
            assertEquals(point, mean.pixels()[2 * k + 1], 1e-12);
        }
    }
}
