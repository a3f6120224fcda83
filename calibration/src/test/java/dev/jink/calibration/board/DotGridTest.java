package dev.jink.calibration.board;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Distortion;
import dev.jink.calibration.solve.Rotations;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

class DotGridTest {
    /** 150 degrees wide. */
    private static final CameraModel FISHEYE =
            new CameraModel(
                    640,
                    480,
                    245,
                    245,
                    320,
                    240,
                    Distortion.of("equidistant", new double[] {0.05, -0.02, 0, 0}));

    private static Board board(int columns, int rows) {
        return new Board(Board.Kind.CIRCLES, columns, rows, 0.03, 0, "");
    }

    /** Turned about the viewing direction, then leaning steeply, far off the middle of the picture. */
    private static double[] seen(Board board, double rolledRad) {
        double[] r =
                Rotations.times(
                        Rotations.ofVector(0.7, 0.5, 0), Rotations.ofVector(0, 0, rolledRad));
        double[] pixels = new double[2 * board.points()];
        double[] uv = new double[2];
        for (int k = 0; k < board.points(); k++) {
            double x = board.x(k) - board.x(board.points() - 1) / 2;
            double y = board.y(k) - board.y(board.points() - 1) / 2;
            double[] p = Rotations.turn(r, new double[] {x, y, 0});
            FISHEYE.project(p[0] - 0.25, p[1] - 0.1, p[2] + 0.3, uv);
            pixels[2 * k] = uv[0];
            pixels[2 * k + 1] = uv[1];
        }
        return pixels;
    }

    /** The dots in disorder; and which is where. */
    private static int[] shuffle(double[] pixels, double[] disordered, long seed) {
        int n = pixels.length / 2;
        int[] order = IntStream.range(0, n).toArray();
        Random random = new Random(seed);
        for (int i = n - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        int[] where = new int[n];
        for (int i = 0; i < n; i++) {
            where[order[i]] = i;
            disordered[2 * i] = pixels[2 * order[i]];
            disordered[2 * i + 1] = pixels[2 * order[i] + 1];
        }
        return where;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-3, -2, -1, -0.2, 0, 0.4, 1.5, 3.1})
    void shouldNameTheDotsOfABentAndLeaningBoard(double rolledRad) {
        Board board = board(4, 11);
        double[] pixels = seen(board, rolledRad);
        double[] dots = new double[pixels.length];
        int[] where = shuffle(pixels, dots, 7);
        assertArrayEquals(where, DotGrid.of(board, dots));
    }

    @Test
    void shouldPassOverDotsThatAreNotTheBoards() {
        Board board = board(4, 11);
        double[] pixels = seen(board, 0.3);
        double[] more = Arrays.copyOf(pixels, pixels.length + 8);
        double[] others = {600, 60, 610, 75, 590, 400, 12, 470};
        System.arraycopy(others, 0, more, pixels.length, others.length);
        int[] found = DotGrid.of(board, more);
        assertArrayEquals(IntStream.range(0, board.points()).toArray(), found);
    }

    @Test
    void shouldNotTakePartOfALargerBoardNorALesserOne() {
        double[] pixels = seen(board(4, 11), 0.3);
        assertNull(DotGrid.of(board(4, 9), pixels));
        assertNull(DotGrid.of(board(3, 11), pixels));
        assertNull(DotGrid.of(board(4, 12), pixels));
        assertNull(DotGrid.of(board(5, 9), pixels), "45 of 44");
        assertNull(DotGrid.of(board(4, 11), Arrays.copyOf(pixels, pixels.length - 2)));
    }

    @Test
    void shouldTellAMirroredBoardWhereThatCanBeTold() {
        Board board = board(4, 10);
        double[] pixels = seen(board, 0.3);
        assertNotNull(DotGrid.of(board, pixels));
        for (int k = 0; k < pixels.length; k += 2) {
            pixels[k] = 639 - pixels[k];
        }
        assertNull(DotGrid.of(board, pixels));
    }

    @Test
    void shouldFindNoBoardInDisorder() {
        double[] dots = new Random(5).doubles(160, 0, 640).toArray();
        assertNull(DotGrid.of(board(4, 11), dots));
    }
}
