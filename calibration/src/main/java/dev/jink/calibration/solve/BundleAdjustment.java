package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Camera and board poses together, adjusted until the boards' points fall where they were seen: the
 * sum of squared pixel distances, or Cauchy's ρ(r) = c² ln(1 + r²/c²) that outliers move little. By
 * Levenberg–Marquardt (Marquardt's diagonal damping).
 *
 * <p>Mutable, not thread-safe.
 */
public final class BundleAdjustment {
    private static final int MOST_STEPS = 200;
    private static final double SETTLED = 1e-12;
    private static final double MOST_DAMPING = 1e12;

    /** Deviation of the dots' area as measured, as a share: blur between them takes some of it. */
    private static final double DOTS_MEASURED = 0.02;

    /** A point's error until the points tell theirs. */
    static final double SOME_NOISE_PX = 0.1;

    private final LensModel lens;
    private final List<BoardView> views;
    private final Projection projection;
    private final double[] gradientRow;
    private double[] camera;
    private BoardPose[] poses;

    /** Indices into the camera that are adjusted. */
    private int[] free = {};

    /** Weight that holds each of the camera's numbers at 0, [parameters]. */
    private final double[] holds;

    /** Cauchy's c in pixels; 0 for plain least squares. */
    private double robustPx;

    BundleAdjustment(LensModel lens, List<BoardView> views, double[] camera, BoardPose[] poses) {
        this.lens = lens;
        this.views = List.copyOf(views);
        this.camera = camera.clone();
        this.poses = poses.clone();
        projection = new Projection(lens);
        gradientRow = new double[lens.parameters()];
        holds = new double[lens.parameters()];
        holdDots(SOME_NOISE_PX);
    }

    private void holdDots(double noisePx) {
        double share = noisePx / DOTS_MEASURED;
        holds[lens.dots()] = share * share;
    }

    /**
     * Boards before a camera that is known: only the poses are adjusted.
     *
     * @return null when a board allows no pose
     */
    public static BundleAdjustment ofPoses(CameraModel camera, List<BoardView> views) {
        BoardPose[] poses = new BoardPose[views.size()];
        for (int i = 0; i < poses.length; i++) {
            poses[i] = PoseStart.of(views.get(i), camera);
            if (poses[i] == null) {
                return null;
            }
        }
        LensModel lens = LensModel.named(camera.distortion().rosName());
        BundleAdjustment adjustment = new BundleAdjustment(lens, views, Camera.of(camera), poses);
        adjustment.solve(MOST_STEPS);
        return adjustment;
    }

    /** Which of the camera's numbers are adjusted from here on. */
    BundleAdjustment free(int... indices) {
        free = indices.clone();
        return this;
    }

    BundleAdjustment robust(double pixels) {
        robustPx = pixels;
        return this;
    }

    /**
     * Holds the lens at straightness as lightly as what is known of lenses before any picture does:
     * what a radial coefficient of power n adds at the picture's corner has the deviation atCorner ·
     * bendingⁿ⁻¹ from 0. And dots at their measured size.
     *
     * @param noisePx deviation of a point's coordinate
     * @param atCorner infinite lets go
     * @param bending 1 allows every power the same, less the higher ones less
     */
    BundleAdjustment hold(double noisePx, double atCorner, double bending) {
        BoardView any = views.getFirst();
        double right = any.width() / 2.0 / camera[Camera.FX];
        double down = any.height() / 2.0 / camera[Camera.FY];
        int[] powers = lens.powers();
        for (int i = 0; i < powers.length; i++) {
            double there = Math.pow(right * right + down * down, powers[i]);
            double deviation = atCorner * Math.pow(bending, powers[i] - 1);
            double share = powers[i] == 0 ? 0 : noisePx * there / deviation;
            holds[Camera.DISTORTION + i] = share * share;
        }
        holdDots(noisePx);
        return this;
    }

    /** Another that begins where this one is. */
    BundleAdjustment copy() {
        BundleAdjustment copy = new BundleAdjustment(lens, views, camera, poses);
        System.arraycopy(holds, 0, copy.holds, 0, holds.length);
        copy.free = free;
        copy.robustPx = robustPx;
        return copy;
    }

    double[] camera() {
        return camera.clone();
    }

    /** Pose of each view's board. */
    public BoardPose[] poses() {
        return poses.clone();
    }

    /** The sum that is made small. */
    double cost() {
        return cost(camera, poses);
    }

    /** The points' part of it. */
    double squares() {
        return squares(camera, poses);
    }

    private double cost(double[] tried, BoardPose[] at) {
        double sum = squares(tried, at);
        for (int i = 0; i < holds.length; i++) {
            sum += holds[i] * tried[i] * tried[i];
        }
        return sum;
    }

    private double squares(double[] tried, BoardPose[] at) {
        double sum = 0;
        for (int i = 0; i < views.size(); i++) {
            double[] residuals = residuals(i, tried, at[i]);
            if (residuals == null) {
                return Double.POSITIVE_INFINITY;
            }
            for (int k = 0; k < residuals.length; k += 2) {
                double r2 = residuals[k] * residuals[k] + residuals[k + 1] * residuals[k + 1];
                sum +=
                        robustPx > 0
                                ? robustPx * robustPx * Math.log1p(r2 / robustPx / robustPx)
                                : r2;
            }
        }
        return sum;
    }

    private double[] residuals(int view, double[] tried, BoardPose pose) {
        BoardView seen = views.get(view);
        double[] out = new double[2 * seen.points()];
        for (int k = 0; k < out.length; k += 2) {
            double[] on = seen.board();
            if (!projection.at(tried, pose, on[k], on[k + 1], seen.dotM())) {
                return null;
            }
            out[k] = projection.u - seen.pixels()[k];
            out[k + 1] = projection.v - seen.pixels()[k + 1];
        }
        return out;
    }

    /** Projected minus seen, [points][2] in pixels; null when a point can't be projected. */
    public double[] residuals(int view) {
        return residuals(view, camera, poses[view]);
    }

    /** Root of the mean squared distance in one view, in pixels. */
    public double rmsPx(int view) {
        double[] residuals = residuals(view);
        return residuals == null
                ? Double.POSITIVE_INFINITY
                : Math.sqrt(
                        Arrays.stream(residuals).map(r -> r * r).sum() / (residuals.length / 2.0));
    }

    /** Runs until nothing improves any more. */
    BundleAdjustment solve(int steps) {
        double damping = 1e-3;
        double cost = cost();
        for (int step = 0; step < steps && damping < MOST_DAMPING; step++) {
            NormalEquations equations = equations();
            double better = Double.POSITIVE_INFINITY;
            while (damping < MOST_DAMPING) {
                NormalEquations.Step tried = equations.solve(damping);
                if (tried != null) {
                    double[] nextCamera = camera.clone();
                    for (int i = 0; i < free.length; i++) {
                        nextCamera[free[i]] += tried.camera()[i];
                    }
                    BoardPose[] nextPoses = new BoardPose[poses.length];
                    for (int i = 0; i < poses.length; i++) {
                        nextPoses[i] = poses[i].moved(tried.poses()[i]);
                    }
                    boolean possible = nextCamera[Camera.FX] > 0 && nextCamera[Camera.FY] > 0;
                    better = possible ? cost(nextCamera, nextPoses) : Double.POSITIVE_INFINITY;
                    if (better < cost) {
                        camera = nextCamera;
                        poses = nextPoses;
                        damping = Math.max(damping / 10, 1e-15);
                        break;
                    }
                }
                damping *= 10;
            }
            if (!(better < cost * (1 - SETTLED))) {
                break;
            }
            cost = better;
        }
        return this;
    }

    NormalEquations equations() {
        NormalEquations equations = new NormalEquations(free.length);
        for (int i = 0; i < views.size(); i++) {
            equations.beginView();
            add(equations, i, null);
            equations.endView();
        }
        for (int i = 0; i < free.length; i++) {
            equations.hold(i, holds[free[i]], camera[free[i]]);
        }
        return equations;
    }

    /** Adds one view; or, into score, its part of the gradient by the camera, [free]. */
    private void add(NormalEquations equations, int view, double[] score) {
        BoardView seen = views.get(view);
        int parameters = lens.parameters();
        for (int k = 0; k < 2 * seen.points(); k += 2) {
            double[] on = seen.board();
            if (!projection.at(camera, poses[view], on[k], on[k + 1], seen.dotM())) {
                continue;
            }
            double ru = projection.u - seen.pixels()[k];
            double rv = projection.v - seen.pixels()[k + 1];
            double weight = robustPx > 0 ? 1 / (1 + (ru * ru + rv * rv) / robustPx / robustPx) : 1;
            for (int row = 0; row < 2; row++) {
                double r = row == 0 ? ru : rv;
                for (int i = 0; i < free.length; i++) {
                    gradientRow[i] = projection.byCamera[row * parameters + free[i]];
                    if (score != null) {
                        score[i] += gradientRow[i] * r;
                    }
                }
                if (equations != null) {
                    equations.add(r, weight, gradientRow, projection.byPose, 6 * row);
                }
            }
        }
    }

    /** Each view's part of the gradient by the free numbers; they cancel where the sum is least. */
    List<double[]> scores() {
        List<double[]> scores = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            double[] score = new double[free.length];
            add(null, i, score);
            scores.add(score);
        }
        return scores;
    }

    /**
     * Covariance of one pose (rotation, then translation), [6][6]; null when there is none.
     *
     * @param camera covariance of all of the camera's numbers; zeros for a camera that is exact
     */
    public DMatrixRMaj poseCovariance(int view, DMatrixRMaj camera) {
        double[] residuals = residuals(view);
        if (residuals == null) {
            return null;
        }
        double variance =
                Arrays.stream(residuals).map(r -> r * r).sum() / Math.max(1, residuals.length - 6);
        return copy().free(lens.camera()).equations().poseCovariance(view, variance, camera);
    }
}
