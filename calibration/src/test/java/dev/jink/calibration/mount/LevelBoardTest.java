package dev.jink.calibration.mount;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.solve.Rotations;

import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Random;

class LevelBoardTest {
    private static final double DEG = Math.PI / 180;
    private static final Board BOARD = Board.chessboard(9, 6, 0.03);
    private static final CameraModel CAMERA = CameraModel.pinhole(640, 480, 450, 452, 318, 241);

    /** Of plumb_bob: fx fy cx cy k1 k2 p1 p2 k3. */
    private static final DMatrixRMaj EXACT = new DMatrixRMaj(9, 9);

    /** The board's points as a camera on that mount sees them; turned: numbered from the other end. */
    private static BoardView view(
            Mount mount, LevelBoard.Setup setup, double[] middle, boolean turned, Random random) {
        double[] look = MountEstimate.bodyFromOptical(mount);
        int n = BOARD.points();
        double[] on = new double[2 * n];
        double[] in = new double[2 * n];
        double[] uv = new double[2];
        for (int i = 0; i < n; i++) {
            int k = turned ? n - 1 - i : i;
            on[2 * i] = BOARD.x(k);
            on[2 * i + 1] = BOARD.y(k);
            double[] fromMiddle = {BOARD.x(i) - 0.12, BOARD.y(i) - 0.075, 0};
            double[] body = Rotations.turn(setup.bodyFromBoard(), fromMiddle);
            body[0] += middle[0] - mount.xM();
            body[1] += middle[1] - mount.yM();
            body[2] += middle[2] - mount.zM();
            double[] p = Rotations.turn(Rotations.transposed(look), body);
            assertTrue(CAMERA.project(p[0], p[1], p[2], uv));
            in[2 * i] = uv[0] + 0.05 * random.nextGaussian();
            in[2 * i + 1] = uv[1] + 0.05 * random.nextGaussian();
        }
        return new BoardView("level", 640, 480, on, in, 0, 0.8, 30);
    }

    @ParameterizedTest
    @EnumSource(LevelBoard.Setup.class)
    void shouldFindTheMountBeforeALevelBoard(LevelBoard.Setup setup) {
        Random random = new Random(2);
        int held = 0;
        int placesHeld = 0;
        for (int trial = 0; trial < 30; trial++) {
            boolean lies = setup == LevelBoard.Setup.LIES;
            double pitch = lies ? random.nextDouble(0.5, 1.1) : random.nextDouble(-0.2, 0.2);
            Mount truth =
                    new Mount(
                            random.nextDouble(-0.1, 0.1),
                            pitch,
                            random.nextDouble(-0.15, 0.15),
                            0.12,
                            -0.03,
                            0.04);
            double[] middle = lies ? new double[] {0.5, 0.02, -0.6} : new double[] {0.8, 0, 0.05};
            boolean turned = trial % 2 == 1;
            List<BoardView> views =
                    List.of(
                            view(truth, setup, middle, turned, random),
                            view(truth, setup, middle, turned, random),
                            view(truth, setup, middle, turned, random));
            Mount expected = new Mount(0, lies ? 0.7 : 0, 0, 0, 0, 0);
            MountEstimate found =
                    LevelBoard.estimate(
                            CAMERA,
                            EXACT,
                            BOARD,
                            views,
                            new LevelBoard.Known(setup, middle, expected, 0, 0));
            double off = MountEstimate.angleRad(found.mount(), truth) / DEG;
            assertTrue(off < 0.3, setup + " trial " + trial + ": " + off + " degrees");
            assertEquals(truth.zM(), found.mount().zM(), 0.005, "height");
            assertEquals(truth.xM(), found.mount().xM(), 0.005, "ahead");
            held += Math.abs(found.mount().pitchRad() - pitch) <= found.half95()[1] ? 1 : 0;
            placesHeld += Math.abs(found.mount().xM() - truth.xM()) <= found.half95()[3] ? 1 : 0;
            placesHeld += Math.abs(found.mount().yM() - truth.yM()) <= found.half95()[4] ? 1 : 0;
            placesHeld += Math.abs(found.mount().zM() - truth.zM()) <= found.half95()[5] ? 1 : 0;
        }
        assertTrue(held >= 25, held + " of 30 pitches in their intervals");
        assertTrue(placesHeld >= 80, placesHeld + " of 90 offsets in their intervals");
    }

    @Test
    void shouldTakeOverWhatWasNotMeasured() {
        Mount truth = new Mount(0, 0.1, 0, 0.1, 0.02, 0.05);
        BoardView view =
                view(
                        truth,
                        LevelBoard.Setup.STANDS,
                        new double[] {0.8, 0, 0.05},
                        false,
                        new Random(1));
        MountEstimate found =
                LevelBoard.estimate(
                        CAMERA,
                        EXACT,
                        BOARD,
                        List.of(view),
                        new LevelBoard.Known(
                                LevelBoard.Setup.STANDS,
                                new double[] {Double.NaN, Double.NaN, 0.05},
                                new Mount(0, 0, 0, 0.11, 0.01, 0),
                                0.2 * DEG,
                                0.005));
        assertEquals(0.11, found.mount().xM());
        assertEquals(Double.POSITIVE_INFINITY, found.half95()[3]);
        assertEquals(0.05, found.mount().zM(), found.half95()[5]);
        assertTrue(found.half95()[1] > 0.19 * DEG && found.half95()[1] < 1 * DEG);
    }

    /** The same picture twice says no more than once, and what is wrong with the camera is wrong in all. */
    @Test
    void shouldNotAverageAwayWhatIsWrongInAllPicturesAlike() {
        // Seen at a slant, where the principal point tells in the angle and not in the place alone.
        Mount truth = new Mount(0, 0.8, 0, 0.1, 0.02, 0.05);
        double[] middle = {0.5, 0.02, -0.6};
        LevelBoard.Known known = new LevelBoard.Known(LevelBoard.Setup.LIES, middle, truth, 0, 0);
        BoardView one = view(truth, LevelBoard.Setup.LIES, middle, false, new Random(1));
        double[] once = LevelBoard.estimate(CAMERA, EXACT, BOARD, List.of(one), known).half95();
        double[] often =
                LevelBoard.estimate(CAMERA, EXACT, BOARD, List.of(one, one, one), known).half95();
        assertArrayEquals(once, often, 1e-9);
        DMatrixRMaj centre = EXACT.copy();
        centre.set(3, 3, 4);
        MountEstimate unsure = LevelBoard.estimate(CAMERA, centre, BOARD, List.of(one), known);
        CameraModel other = CameraModel.pinhole(640, 480, 450, 452, 318, 243);
        MountEstimate moved = LevelBoard.estimate(other, EXACT, BOARD, List.of(one), known);
        double pitch = moved.mount().pitchRad() - unsure.mount().pitchRad();
        double added = Math.sqrt(unsure.half95()[1] * unsure.half95()[1] - once[1] * once[1]);
        assertEquals(1.96 * Math.abs(pitch), added, 0.1 * added, "pitch by cy ± 2 px");
        assertEquals(once[2], unsure.half95()[2], 0.1 * once[2], "yaw");
    }

    @Test
    void shouldBlameTheCameraAndNotThePicturesForADoubtThatIsItsOwn() {
        Mount truth = new Mount(0, 0.8, 0, 0.1, 0.02, 0.05);
        double[] middle = {0.5, 0.02, -0.6};
        BoardView one = view(truth, LevelBoard.Setup.LIES, middle, false, new Random(1));
        DMatrixRMaj lost = EXACT.copy();
        lost.set(3, 3, 1e6);
        LevelBoard.Known known = new LevelBoard.Known(LevelBoard.Setup.LIES, middle, truth, 0, 0);
        String said =
                assertThrows(
                                CalibrationException.class,
                                () ->
                                        LevelBoard.estimate(
                                                CAMERA, lost, BOARD, List.of(one, one), known))
                        .getMessage();
        assertTrue(said.startsWith("mount: points and camera leave the mount open by "), said);
    }

    @Test
    void shouldRefuseWithoutABoard() {
        assertEquals(
                "mount: the board is in none of the pictures, wanted it in one or more: check"
                        + " --board, and that all of the board is in sight",
                assertThrows(
                                CalibrationException.class,
                                () ->
                                        LevelBoard.estimate(
                                                CAMERA,
                                                EXACT,
                                                BOARD,
                                                List.of(),
                                                new LevelBoard.Known(
                                                        LevelBoard.Setup.STANDS,
                                                        new double[3],
                                                        Mount.FORWARD,
                                                        0,
                                                        0)))
                        .getMessage());
    }

    @Test
    void shouldReadTheAnglesBackFromARotation() {
        Mount truth = new Mount(0.3, -0.4, 2.1, 1, 2, 3);
        Mount back = MountEstimate.mount(MountEstimate.bodyFromOptical(truth), 1, 2, 3);
        assertEquals(truth.rollRad(), back.rollRad(), 1e-12);
        assertEquals(truth.pitchRad(), back.pitchRad(), 1e-12);
        assertEquals(truth.yawRad(), back.yawRad(), 1e-12);
    }
}
