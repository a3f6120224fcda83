package dev.jink.calibration.campaign;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Calibrator;
import dev.jink.calibration.solve.LensModel;

import java.util.ArrayList;
import java.util.List;

/** One random camera after the other, calibrated from rendered boards. Any thread. */
public final class Campaign {
    private static final Board BOARD = Board.chessboard(9, 6, 0.025);

    private Campaign() {}

    /**
     * One camera's outcome.
     *
     * @param errors found minus true: fx fy cx cy in pixels
     * @param half95 half widths of the stated 95 % intervals of the four
     * @param found pictures in which the board was found
     * @param mount of the calibrated camera, from a level board
     */
    public record Trial(
            LensModel lens,
            long seed,
            CameraModel truth,
            int found,
            double rmsPx,
            double[] errors,
            double[] half95,
            MountTrial mount) {

        /** Angle between the mount found and the true one, rolls included. */
        public double mountDeg() {
            return mount.angleDeg();
        }

        /** How many of the mount's three angles lie in their intervals, 0 to 1. */
        public double mountCovered() {
            return mount.covered();
        }

        /** Worst relative error of the two focal lengths. */
        public double focalShare() {
            return Math.max(Math.abs(errors[0]) / truth.fx(), Math.abs(errors[1]) / truth.fy());
        }

        /** Error of the principal point. */
        public double centrePx() {
            return Math.hypot(errors[2], errors[3]);
        }

        /** Whether the interval of one of the four holds the truth. */
        public boolean covered(int parameter) {
            return Math.abs(errors[parameter]) <= half95[parameter];
        }
    }

    /** Draws a camera, renders, finds, calibrates, compares. */
    public static Trial trial(LensModel lens, long seed, int views) {
        RandomCamera random = new RandomCamera(seed);
        CameraModel truth = random.draw(lens);
        BoardCamera camera = new BoardCamera(truth);
        Print print = Print.of(BOARD);
        BoardFinder finder = new BoardFinder(BOARD);
        List<BoardView> seen = new ArrayList<>();
        double blur = random.uniform(0.3, 1.2);
        double noise = random.uniform(0.5, 4);
        for (int i = 0; i < views; i++) {
            BoardPose pose = random.hold(BOARD, truth, i);
            BoardView view =
                    finder.find(
                            camera.picture(
                                    "view " + i,
                                    print,
                                    pose,
                                    new BoardCamera.Faults(blur, noise, random.seed())));
            if (view != null) {
                seen.add(view);
            }
        }
        Calibration found;
        try {
            found = Calibrator.calibrate(lens, truth.width(), truth.height(), seen);
        } catch (CalibrationException e) {
            throw new IllegalStateException("camera of seed " + seed + ": " + e.getMessage(), e);
        }
        CameraModel camera2 = found.camera();
        double[] errors = {
            camera2.fx() - truth.fx(),
            camera2.fy() - truth.fy(),
            camera2.cx() - truth.cx(),
            camera2.cy() - truth.cy()
        };
        double[] half = new double[4];
        for (int i = 0; i < 4; i++) {
            half[i] = found.half95(i);
        }
        MountTrial mount = MountTrial.of(random, camera, BOARD, finder, print, found, blur, noise);
        return new Trial(lens, seed, truth, seen.size(), found.rmsPx(), errors, half, mount);
    }
}
