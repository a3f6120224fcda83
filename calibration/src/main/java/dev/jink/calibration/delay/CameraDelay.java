package dev.jink.calibration.delay;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.flight.FlightFit;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;

import java.util.List;
import java.util.Locale;

/**
 * The time from exposure to arrival.
 *
 * @param seconds by which pictures are older than the stamps they were given
 * @param half95 half width of its 95 % interval, s
 */
public record CameraDelay(double seconds, double half95) {
    private static final double NORMAL_95 = 1.96;
    private static final double LEAST_S = -0.05;
    private static final double MOST_S = 0.5;
    private static final double SCAN_S = 0.01;
    private static final double MOST_HALF_S = 0.02;
    private static final int FEWEST_PAIRS = 20;
    private static final double LEAST_FLOW_PX = 1;

    /** Turns change quickly: a pair over a longer time would average them out. */
    private static final double MOST_SECONDS = 0.1;

    /** Follows things for as long as {@link #estimate} wants them followed. */
    public static FlowTracker tracker(CameraModel camera) {
        return new FlowTracker(camera, LEAST_FLOW_PX, MOST_SECONDS);
    }

    /**
     * @param all pairs of pictures, stamped on arrival, by the odometry's clock
     * @param mount of the camera; roughly is enough, its turn is adjusted with the delay
     * @param pixelRad angle of one pixel
     * @throws CalibrationException in one line when the flight does not tell the delay
     */
    public static CameraDelay estimate(
            OdometryTrack odometry, List<RayPairs> all, Mount mount, double pixelRad) {
        List<RayPairs> pairs = odometry.during(all, LEAST_S, MOST_S);
        if (pairs.size() < FEWEST_PAIRS) {
            throw new CalibrationException(
                    "delay: got "
                            + pairs.size()
                            + " pairs of pictures in which something moves, wanted "
                            + FEWEST_PAIRS
                            + " or more: turn to and fro for 20 s before something with texture");
        }
        FlightFit fit = new FlightFit(odometry, pairs, mount, pixelRad);
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double tried = LEAST_S; tried <= MOST_S; tried += SCAN_S) {
            double cost = fit.delay(tried).cost();
            if (cost < least) {
                least = cost;
                best = tried;
            }
        }
        fit.delay(best).free(FlightFit.DELAY).solve();
        fit.free(0, 1, 2, FlightFit.DELAY).solve();
        double half = NORMAL_95 * Math.sqrt(fit.covariance().get(FlightFit.DELAY, FlightFit.DELAY));
        if (!(half <= MOST_HALF_S) || fit.delayS() < LEAST_S || fit.delayS() > MOST_S) {
            throw new CalibrationException(
                    String.format(
                            Locale.ROOT,
                            "delay: undetermined, got %.0f ± %.0f ms, wanted ± %.0f ms between %.0f"
                                    + " and %.0f ms: turn to and fro quickly before something with"
                                    + " texture",
                            1e3 * fit.delayS(),
                            1e3 * half,
                            1e3 * MOST_HALF_S,
                            1e3 * LEAST_S,
                            1e3 * MOST_S));
        }
        return new CameraDelay(fit.delayS(), half);
    }
}
