package dev.jink.calibration.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.campaign.RandomCamera;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Points projected by formula, without pictures. */
class CalibratorTest {
    private static final Board BOARD = Board.chessboard(9, 6, 0.025);

    /** Views of a random camera with so much noise on each axis. */
    private static List<BoardView> views(
            CameraModel truth, RandomCamera random, int count, double noisePx, long seed) {
        Random noise = new Random(seed);
        List<BoardView> views = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            views.add(view("view " + i, truth, random.hold(BOARD, truth, i), noisePx, noise));
        }
        return views;
    }

    static BoardView view(
            String name, CameraModel truth, BoardPose pose, double noisePx, Random noise) {
        int n = BOARD.points();
        double[] on = new double[2 * n];
        double[] in = new double[2 * n];
        double[] p = new double[3];
        double[] uv = new double[2];
        for (int i = 0; i < n; i++) {
            on[2 * i] = BOARD.x(i);
            on[2 * i + 1] = BOARD.y(i);
            pose.place(on[2 * i], on[2 * i + 1], p);
            assertTrue(truth.project(p[0], p[1], p[2], uv));
            in[2 * i] = uv[0] + noisePx * noise.nextGaussian();
            in[2 * i + 1] = uv[1] + noisePx * noise.nextGaussian();
        }
        return new BoardView(name, truth.width(), truth.height(), on, in, 0, 0.8, 30);
    }

    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldReturnTheCameraThatMadeExactPoints(LensModel lens) {
        for (int seed = 1; seed <= 4; seed++) {
            RandomCamera random = new RandomCamera(seed);
            CameraModel truth = random.draw(lens);
            Calibration found =
                    Calibrator.calibrate(lens, 640, 480, views(truth, random, 12, 0, seed));
            assertEquals(truth.fx(), found.camera().fx(), 1e-3, "fx, seed " + seed);
            assertEquals(truth.cy(), found.camera().cy(), 1e-3, "cy, seed " + seed);
            assertTrue(found.rmsPx() < 1e-4, "seed " + seed + ": " + found.rmsPx() + " px");
        }
    }

    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldHoldTheTruthInItsIntervals(LensModel lens) {
        int held = 0;
        int asked = 0;
        for (int seed = 1; seed <= 15; seed++) {
            RandomCamera random = new RandomCamera(100 + seed);
            CameraModel truth = random.draw(lens);
            Calibration found =
                    Calibrator.calibrate(lens, 640, 480, views(truth, random, 12, 0.2, seed));
            double[] errors = {
                found.camera().fx() - truth.fx(),
                found.camera().fy() - truth.fy(),
                found.camera().cx() - truth.cx(),
                found.camera().cy() - truth.cy()
            };
            for (int i = 0; i < 4; i++) {
                held += Math.abs(errors[i]) <= found.half95(i) ? 1 : 0;
                asked++;
            }
        }
        assertTrue(held >= 0.93 * asked, held + " of " + asked);
    }

    @Test
    void shouldLeaveOutWhatDoesNotFit() {
        RandomCamera random = new RandomCamera(9);
        CameraModel truth = random.draw(LensModel.PLUMB_BOB);
        List<BoardView> views = new ArrayList<>(views(truth, random, 14, 0.1, 9));
        // One corner far off, one view bent as a whole.
        views.get(3).pixels()[10] += 6;
        for (int i = 0; i < 108; i += 2) {
            views.get(5).pixels()[i] += 4 * Math.sin(i / 9.0);
        }
        Calibration found = Calibrator.calibrate(LensModel.PLUMB_BOB, 640, 480, views);
        assertEquals(1, found.rejected().size());
        assertEquals("view 5", found.rejected().get(0).name());
        assertTrue(
                found.rejected().get(0).reason().startsWith("does not fit: "),
                found.rejected().get(0).reason());
        assertEquals(1, found.views().stream().mapToInt(Calibration.View::droppedPoints).sum());
        assertEquals(truth.fx(), found.camera().fx(), 0.003 * truth.fx());
    }

    @Test
    void shouldSayThatAPictureAmongOthersIsMirrored() {
        RandomCamera random = new RandomCamera(9);
        CameraModel drawn = random.draw(LensModel.PLUMB_BOB);
        CameraModel truth =
                new CameraModel(
                        640, 480, drawn.fx(), drawn.fy(), 345, drawn.cy(), drawn.distortion());
        List<BoardView> views = new ArrayList<>(views(truth, random, 14, 0.05, 9));
        views.set(4, views.get(4).mirrored());
        Calibration found = Calibrator.calibrate(LensModel.PLUMB_BOB, 640, 480, views);
        assertEquals(
                List.of(new Rejection("view 4", "mirrored: turned left for right it would fit")),
                found.rejected());
    }

    @Test
    void shouldTurnAndTurnBack() {
        double[] v = {0.3, -1.2, 2.1};
        assertArrayEquals(v, Rotations.toVector(Rotations.ofVector(v[0], v[1], v[2])), 1e-12);
        assertArrayEquals(
                new double[] {1e-9, 0, -2e-9},
                Rotations.toVector(Rotations.ofVector(1e-9, 0, -2e-9)),
                1e-20);
    }
}
