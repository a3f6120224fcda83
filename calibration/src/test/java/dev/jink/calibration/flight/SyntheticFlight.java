package dev.jink.calibration.flight;

import dev.jink.calibration.Mount;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.calibration.solve.Rotations;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A body that flies and turns through points, without pictures: rays with noise, odometry. */
public final class SyntheticFlight {
    public static final double PIXEL_RAD = 1 / 400.0;

    public final OdometryTrack odometry;
    public final List<RayPairs> pairs = new ArrayList<>();

    /**
     * @param swing amplitude of yaw, pitch and roll rate, rad/s
     * @param forward speed in m/s
     * @param weave amplitude of sideways and climbing speed in m/s
     * @param delayS pictures are stamped so much later than they were taken
     * @param noisePx deviation of a point in the picture
     */
    public SyntheticFlight(
            Mount mount,
            double seconds,
            double swing,
            double forward,
            double weave,
            double delayS,
            double noisePx,
            long seed) {
        List<double[]> samples = new ArrayList<>();
        for (double t = -1; t < seconds + 1; t += 0.01) {
            samples.add(
                    new double[] {
                        t,
                        forward,
                        weave * Math.sin(0.9 * t),
                        weave * Math.cos(0.7 * t),
                        0.3 * swing * Math.sin(1.7 * t),
                        0.5 * swing * Math.sin(2.3 * t + 1),
                        swing * Math.sin(1.3 * t)
                    });
        }
        odometry = new OdometryTrack(samples);
        Random random = new Random(seed);
        double[] look = MountEstimate.bodyFromOptical(mount);
        double[] offset = {mount.xM(), mount.yM(), mount.zM()};
        for (double stamp = 0.5; stamp < seconds; stamp += 0.1) {
            OdometryTrack.Motion motion = odometry.between(stamp - delayS, stamp + 0.1 - delayS);
            int n = 40;
            double[] from = new double[3 * n];
            double[] to = new double[3 * n];
            for (int i = 0; i < n; i++) {
                double far = 2 + 30 * random.nextDouble() * random.nextDouble();
                double[] seen = {random.nextDouble(-0.7, 0.7), random.nextDouble(-0.5, 0.5), 1};
                double[] inBody = Rotations.turn(look, seen);
                for (int k = 0; k < 3; k++) {
                    inBody[k] = inBody[k] * far + offset[k] - motion.movedM()[k];
                }
                double[] later = Rotations.turn(Rotations.transposed(motion.rotation()), inBody);
                for (int k = 0; k < 3; k++) {
                    later[k] -= offset[k];
                }
                double[] after = Rotations.turn(Rotations.transposed(look), later);
                put(from, i, seen, noisePx, random);
                put(to, i, after, noisePx, random);
            }
            pairs.add(new RayPairs(stamp, stamp + 0.1, from, to));
        }
    }

    private static void put(double[] to, int i, double[] p, double noisePx, Random random) {
        double x = p[0] / p[2] + noisePx * PIXEL_RAD * random.nextGaussian();
        double y = p[1] / p[2] + noisePx * PIXEL_RAD * random.nextGaussian();
        double length = Math.sqrt(x * x + y * y + 1);
        to[3 * i] = x / length;
        to[3 * i + 1] = y / length;
        to[3 * i + 2] = 1 / length;
    }
}
