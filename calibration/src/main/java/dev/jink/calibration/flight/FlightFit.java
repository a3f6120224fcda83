package dev.jink.calibration.flight;

import dev.jink.calibration.Mount;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.calibration.solve.Rotations;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;
import java.util.List;

/**
 * Finds the camera's turn in the body and its delay under which odometry explains what the pictures
 * saw: robust least squares (Cauchy) over the angles of {@link PairResidual}, by Levenberg–Marquardt
 * with numeric derivatives. Not thread-safe.
 *
 * <p>Four unknowns: the rotation vector w of R' = R exp(w), body from optical, and the delay in s by
 * which pictures are older than their stamps.
 */
public final class FlightFit {
    /** Index of the delay among the unknowns. */
    public static final int DELAY = 3;

    private static final double[] STEP = {1e-5, 1e-5, 1e-5, 1e-4};
    private static final int MOST_STEPS = 40;

    /** Pairs whose errors are taken as one: neighbours share a picture, and what is wrong in it. */
    private static final int BLOCK = 4;

    /**
     * Deviation of the mount's turn before the flight. It holds the turn about the direction of
     * flight where it was when nothing else does; a few matched points outweigh it.
     */
    private static final double BEFORE_RAD = 0.5;

    private final OdometryTrack odometry;
    private final List<RayPairs> pairs;
    private final double[] offsetM;
    private final double robustRad;
    private final double[] start;
    private double[] look;
    private double delayS;
    private int[] free = {};

    /**
     * @param start the mount to begin with; its offset is taken as it is
     * @param pixelRad angle of one pixel: what a good match is off by
     */
    public FlightFit(OdometryTrack odometry, List<RayPairs> pairs, Mount start, double pixelRad) {
        this.odometry = odometry;
        this.pairs = List.copyOf(pairs);
        offsetM = new double[] {start.xM(), start.yM(), start.zM()};
        this.start = MountEstimate.bodyFromOptical(start);
        look = this.start;
        robustRad = pixelRad;
    }

    /** 3x3, row-major: body from optical. */
    public double[] look() {
        return look.clone();
    }

    public double delayS() {
        return delayS;
    }

    public FlightFit delay(double seconds) {
        delayS = seconds;
        return this;
    }

    /** Which unknowns are looked for: 0 to 2 the turn about the optical axes, 3 the delay. */
    public FlightFit free(int... unknowns) {
        free = unknowns.clone();
        return this;
    }

    /** The robust sum at the present state. */
    public double cost() {
        double sum = 0;
        for (RayPairs one : pairs) {
            for (double r : residuals(one, look, delayS)) {
                sum += Math.log1p(r * r / robustRad / robustRad);
            }
        }
        double[] w = turned();
        double away = (w[0] * w[0] + w[1] * w[1] + w[2] * w[2]) / BEFORE_RAD / BEFORE_RAD;
        return (sum + away) * robustRad * robustRad;
    }

    /** The rotation vector from the start's look to the present one. */
    private double[] turned() {
        return Rotations.toVector(Rotations.times(Rotations.transposed(start), look));
    }

    private double[] residuals(RayPairs one, double[] bodyFromOptical, double delay) {
        OdometryTrack.Motion motion = odometry.between(one.fromS() - delay, one.toS() - delay);
        double[] opticalFromBody = Rotations.transposed(bodyFromOptical);
        double[] turn =
                Rotations.times(
                        opticalFromBody, Rotations.times(motion.rotation(), bodyFromOptical));
        double[] lever = Rotations.turn(motion.rotation(), offsetM);
        double[] moved = new double[3];
        for (int k = 0; k < 3; k++) {
            moved[k] = motion.movedM()[k] + lever[k] - offsetM[k];
        }
        double[] t = Rotations.turn(opticalFromBody, moved);
        double[] out = new double[2 * one.size()];
        double[] b = new double[3];
        double[] both = new double[2];
        for (int i = 0; i < one.size(); i++) {
            for (int k = 0; k < 3; k++) {
                b[k] =
                        turn[3 * k] * one.to()[3 * i]
                                + turn[3 * k + 1] * one.to()[3 * i + 1]
                                + turn[3 * k + 2] * one.to()[3 * i + 2];
            }
            PairResidual.of(one.from(), 3 * i, b, t, both);
            out[2 * i] = both[0];
            out[2 * i + 1] = both[1];
        }
        return out;
    }

    private double[] moved(double[] step) {
        double[] w = new double[4];
        for (int i = 0; i < free.length; i++) {
            w[free[i]] = step[i];
        }
        double[] turned = Rotations.times(look, Rotations.ofVector(w[0], w[1], w[2]));
        double[] state = Arrays.copyOf(turned, 10);
        state[9] = delayS + w[DELAY];
        return state;
    }

    /** The normal equations: gradient in the last column; with scores, each block's gradient too. */
    private DMatrixRMaj equations(DMatrixRMaj meat) {
        int n = free.length;
        DMatrixRMaj sum = new DMatrixRMaj(n, n + 1);
        double[] score = new double[n];
        for (int at = 0; at < pairs.size(); at++) {
            RayPairs one = pairs.get(at);
            double[] r = residuals(one, look, delayS);
            double[][] slopes = new double[n][];
            for (int i = 0; i < n; i++) {
                double[] step = new double[n];
                step[i] = STEP[free[i]];
                double[] more = moved(step);
                step[i] = -STEP[free[i]];
                double[] less = moved(step);
                double[] above = residuals(one, Arrays.copyOf(more, 9), more[9]);
                double[] below = residuals(one, Arrays.copyOf(less, 9), less[9]);
                slopes[i] = new double[r.length];
                for (int k = 0; k < r.length; k++) {
                    slopes[i][k] = (above[k] - below[k]) / (2 * STEP[free[i]]);
                }
            }
            for (int k = 0; k < r.length; k++) {
                double weight = 1 / (1 + r[k] * r[k] / robustRad / robustRad);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        sum.add(i, j, weight * slopes[i][k] * slopes[j][k]);
                    }
                    sum.add(i, n, weight * slopes[i][k] * r[k]);
                    score[i] += weight * slopes[i][k] * r[k];
                }
            }
            if (meat != null && (at % BLOCK == BLOCK - 1 || at == pairs.size() - 1)) {
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        meat.add(i, j, score[i] * score[j]);
                    }
                }
                Arrays.fill(score, 0);
            }
        }
        return sum;
    }

    private void holdStart(DMatrixRMaj sum) {
        double hold = robustRad * robustRad / BEFORE_RAD / BEFORE_RAD;
        double[] w = turned();
        for (int i = 0; i < free.length; i++) {
            if (free[i] != DELAY) {
                sum.add(i, i, hold);
                sum.add(i, free.length, hold * w[free[i]]);
            }
        }
    }

    /** Runs until nothing improves any more. */
    public FlightFit solve() {
        int n = free.length;
        double damping = 1e-4;
        double cost = cost();
        for (int step = 0; step < MOST_STEPS && damping < 1e8; step++) {
            DMatrixRMaj sum = equations(null);
            holdStart(sum);
            boolean better = false;
            while (!better && damping < 1e8) {
                DMatrixRMaj left = new DMatrixRMaj(n, n);
                DMatrixRMaj right = new DMatrixRMaj(n, 1);
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        left.set(i, j, sum.get(i, j) * (i == j ? 1 + damping : 1));
                    }
                    left.add(i, i, 1e-18);
                    right.set(i, 0, -sum.get(i, n));
                }
                DMatrixRMaj delta = new DMatrixRMaj(n, 1);
                double[] lookBefore = look;
                double delayBefore = delayS;
                if (CommonOps_DDRM.solve(left, right, delta)) {
                    double[] state = moved(delta.data);
                    look = Arrays.copyOf(state, 9);
                    delayS = state[9];
                    double tried = cost();
                    if (tried < cost) {
                        better = tried < cost * (1 - 1e-10);
                        cost = tried;
                        damping = Math.max(damping / 10, 1e-12);
                        if (!better) {
                            return this;
                        }
                        continue;
                    }
                }
                look = lookBefore;
                delayS = delayBefore;
                damping *= 10;
            }
        }
        return this;
    }

    /**
     * Covariance of the unknowns, [4][4], those not looked for 0: the larger, one by one, of what
     * the points' scatter says and of what blocks of neighbouring pairs say. Both after Huber: with
     * ψ = w r the slope of the robust sum and ψ' its own slope, H = Σ ψ' J Jᵀ is taken as the
     * weighted Σ w J Jᵀ times the mean of ψ' over that of w.
     */
    public DMatrixRMaj covariance() {
        int n = free.length;
        DMatrixRMaj meat = new DMatrixRMaj(n, n);
        DMatrixRMaj sum = equations(meat);
        double weights = 0;
        double slopes = 0;
        double squares = 0;
        long count = 0;
        for (RayPairs one : pairs) {
            for (double r : residuals(one, look, delayS)) {
                // Points inside their arc say nothing along it.
                if (r != 0) {
                    double share = r * r / robustRad / robustRad;
                    double weight = 1 / (1 + share);
                    weights += weight;
                    slopes += (1 - share) * weight * weight;
                    squares += weight * r * weight * r;
                    count++;
                }
            }
        }
        double steep = Math.max(0.1, slopes / Math.max(weights, 1e-9));
        double scatter = squares / Math.max(1, count - n);
        holdStart(sum);
        DMatrixRMaj inverse = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                inverse.set(i, j, steep * sum.get(i, j));
            }
        }
        DMatrixRMaj all = new DMatrixRMaj(4, 4);
        if (!CommonOps_DDRM.invert(inverse)) {
            CommonOps_DDRM.fill(all, Double.POSITIVE_INFINITY);
            return all;
        }
        DMatrixRMaj left = new DMatrixRMaj(n, n);
        DMatrixRMaj sandwich = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(inverse, meat, left);
        CommonOps_DDRM.mult(left, inverse, sandwich);
        int blocks = Math.max(1, pairs.size() / BLOCK);
        double few = blocks / Math.max(1.0, blocks - n);
        double plain = scatter / steep / Math.max(1e-9, weights / Math.max(1, count));
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean wider =
                        few * few * sandwich.get(i, i) * sandwich.get(j, j)
                                > plain * plain * inverse.get(i, i) * inverse.get(j, j);
                all.set(
                        free[i],
                        free[j],
                        wider ? few * sandwich.get(i, j) : plain * inverse.get(i, j));
            }
        }
        return all;
    }
}
