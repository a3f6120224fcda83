package dev.jink.calibration.campaign;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.BoardFinder;
import dev.jink.calibration.board.BoardView;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.collect.SetCheck;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.Calibration;
import dev.jink.calibration.solve.Calibrator;
import dev.jink.calibration.solve.LensModel;

import java.util.ArrayList;
import java.util.List;

/** One random camera after the other, calibrated from rendered boards. Any thread. */
public final class Campaign {
    private Campaign() {}

    /**
     * The board of a campaign, a quarter of a metre wide. Markers want larger squares: at 640x480 those
     * of a finer board are not read any more.
     */
    public static Board board(Board.Kind kind) {
        return switch (kind) {
            case CHESSBOARD -> Board.chessboard(9, 6, 0.025);
            case CHARUCO -> new Board(kind, 7, 5, 0.036, 0.027, "4X4_50");
            case CIRCLES -> new Board(kind, 4, 11, 0.03, 0, "");
        };
    }

    /**
     * One camera's outcome.
     *
     * @param errors found minus true: fx fy cx cy in pixels
     * @param half95 half widths of the stated 95 % intervals of the four
     * @param found pictures in which the board was found
     * @param mount of the calibrated camera, from a level board
     * @param refusal why the set of pictures was refused, in one line; null when it was not. A refused
     *     camera has no numbers: its errors, half widths and mount are null
     */
    public record Trial(
            LensModel lens,
            long seed,
            CameraModel truth,
            int found,
            double rmsPx,
            double[] errors,
            double[] half95,
            MountTrial mount,
            String refusal) {

        static Trial refused(
                LensModel lens, long seed, CameraModel truth, int found, String refusal) {
            return new Trial(lens, seed, truth, found, Double.NaN, null, null, null, refusal);
        }

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

        /** The error of one of the four in half widths of its interval: at most 1 if that holds it. */
        public double inHalfWidths(int parameter) {
            return Math.abs(errors[parameter]) / half95[parameter];
        }
    }

    /** Draws a camera, renders, finds, calibrates, compares. */
    public static Trial trial(LensModel lens, Board board, long seed, int views) {
        RandomCamera random = new RandomCamera(seed);
        CameraModel truth = random.draw(lens);
        BoardCamera camera = new BoardCamera(truth);
        Print print = Print.of(board);
        BoardFinder finder = new BoardFinder(board);
        List<BoardView> seen = new ArrayList<>();
        double blur = random.uniform(0.3, 1.2);
        double noise = random.uniform(0.5, 4);
        for (int i = 0; i < views; i++) {
            BoardPose pose = random.hold(board, truth, i);
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
        try {
            Calibration found = Calibrator.calibrate(lens, truth.width(), truth.height(), seen);
            SetCheck.afterwards(found, views);
            MountTrial mount =
                    MountTrial.of(random, camera, board, finder, print, found, blur, noise);
            return compare(truth, seed, seen.size(), found, mount);
        } catch (CalibrationException e) {
            return Trial.refused(lens, seed, truth, seen.size(), e.getMessage());
        }
    }

    private static Trial compare(
            CameraModel truth, long seed, int views, Calibration found, MountTrial mount) {
        CameraModel camera = found.camera();
        double[] errors = {
            camera.fx() - truth.fx(),
            camera.fy() - truth.fy(),
            camera.cx() - truth.cx(),
            camera.cy() - truth.cy()
        };
        double[] half = new double[4];
        for (int i = 0; i < 4; i++) {
            half[i] = found.half95(i);
        }
        return new Trial(
                found.lens(), seed, truth, views, found.rmsPx(), errors, half, mount, null);
    }
}
