package dev.jink.calibration.campaign;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.LensModel;
import dev.jink.calibration.solve.Rotations;

import java.util.SplittableRandom;

/** Draws cameras as they are sold, and boards held before them as people do. Seeded. */
public final class RandomCamera {
    public static final int WIDTH = 640;
    public static final int HEIGHT = 480;

    /** Pixels that stay free between board and picture's rim, so that finders see its frame. */
    private static final double RIM = 12;

    private final SplittableRandom random;

    public RandomCamera(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A camera of the model, of which every pixel has a ray. */
    public CameraModel draw(LensModel lens) {
        while (true) {
            double[] d;
            double focal;
            switch (lens) {
                case PLUMB_BOB -> {
                    focal = focal(50, 85);
                    double k1 = uniform(-0.35, 0.1);
                    d = new double[] {k1, -0.35 * k1 + uniform(-0.05, 0.05), p(), p(), 0};
                    d[4] = uniform(-0.03, 0.03);
                }
                case RATIONAL_POLYNOMIAL -> {
                    focal = focal(75, 105);
                    double k1 = uniform(0.2, 0.7);
                    d =
                            new double[] {
                                k1,
                                uniform(-0.02, 0.06),
                                p(),
                                p(),
                                uniform(0, 0.004),
                                k1 + uniform(0.15, 0.4),
                                uniform(0.05, 0.15),
                                uniform(0, 0.01)
                            };
                }
                default -> {
                    focal = WIDTH / Math.toRadians(uniform(110, 170));
                    d =
                            new double[] {
                                uniform(-0.04, 0.06),
                                uniform(-0.02, 0.02),
                                uniform(-0.008, 0.008),
                                uniform(-0.002, 0.002)
                            };
                }
            }
            double[] k = {
                focal,
                0,
                WIDTH * uniform(0.47, 0.53),
                0,
                focal * uniform(0.99, 1.01),
                HEIGHT * uniform(0.47, 0.53),
                0,
                0,
                1
            };
            CameraModel camera = CameraModel.of(WIDTH, HEIGHT, lens.rosName(), d, k);
            if (camera.seenShare() == 1) {
                return camera;
            }
        }
    }

    private double focal(double least, double most) {
        return WIDTH / 2.0 / Math.tan(Math.toRadians(uniform(least, most)) / 2);
    }

    private double p() {
        return uniform(-0.0015, 0.0015);
    }

    double uniform(double from, double to) {
        return random.nextDouble(from, to);
    }

    long seed() {
        return random.nextLong();
    }

    /**
     * A board wholly in sight: the view's number chooses which part of the picture it is held in,
     * the rest is drawn.
     */
    public BoardPose hold(Board board, CameraModel camera, int view) {
        double[] middle = new double[3];
        double boardWidth = board.x(board.pointsInRow() - 1) + 2 * board.squareM();
        while (true) {
            double u = WIDTH * ((view % 3 + uniform(0.1, 0.9)) / 3);
            double v = HEIGHT * ((view / 3 % 3 + uniform(0.1, 0.9)) / 3);
            if (!camera.ray(u, v, middle)) {
                continue;
            }
            double spanRad = uniform(0.25, 0.75) * WIDTH / camera.fx();
            double far = boardWidth / 2 / Math.tan(Math.min(spanRad / 2, 1.2));
            // The board first faces the camera from where it is held, then is turned.
            double yaw = Math.atan2(middle[0], Math.hypot(middle[1], middle[2]));
            double pitch = -Math.atan2(middle[1], middle[2]);
            double[] facing =
                    Rotations.times(Rotations.ofVector(pitch, 0, 0), Rotations.ofVector(0, yaw, 0));
            double about = uniform(0, 2 * Math.PI);
            double tilt = Math.toRadians(uniform(5, 45));
            double[] tilted = Rotations.ofVector(tilt * Math.cos(about), tilt * Math.sin(about), 0);
            double[] rolled = Rotations.ofVector(0, 0, uniform(-0.6, 0.6));
            double[] r = Rotations.times(facing, Rotations.times(tilted, rolled));
            double[] half = {
                board.x(board.pointsInRow() - 1) / 2, board.y(board.points() - 1) / 2, 0
            };
            double[] shift = Rotations.turn(r, half);
            double[] t = new double[3];
            for (int i = 0; i < 3; i++) {
                t[i] = far * middle[i] - shift[i];
            }
            BoardPose pose = new BoardPose(r, t);
            if (inSight(board, camera, pose)) {
                return pose;
            }
        }
    }

    private static boolean inSight(Board board, CameraModel camera, BoardPose pose) {
        double square = board.squareM();
        double right = board.x(board.pointsInRow() - 1) + 1.5 * square;
        double low = board.y(board.points() - 1) + 1.5 * square;
        double[] uv = new double[2];
        for (int i = 0; i < 12; i++) {
            double x = i % 4 / 3.0 * (right + 1.5 * square) - 1.5 * square;
            double y = i / 4 / 2.0 * (low + 1.5 * square) - 1.5 * square;
            double[] p = Rotations.turn(pose.rotation(), new double[] {x, y, 0});
            for (int k = 0; k < 3; k++) {
                p[k] += pose.translation()[k];
            }
            boolean seen =
                    camera.project(p[0], p[1], p[2], uv)
                            && uv[0] >= RIM
                            && uv[1] >= RIM
                            && uv[0] <= WIDTH - RIM
                            && uv[1] <= HEIGHT - RIM;
            if (!seen) {
                return false;
            }
        }
        return true;
    }
}
