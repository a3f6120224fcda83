package dev.jink.calibration.flight;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.mount.MountEstimate;

import java.util.List;

/**
 * The mount's angles from flight with odometry: everything flows out of the point that the camera
 * flies to (the focus of expansion), and the odometry says where in the body that is. Flight in one
 * direction leaves the turn about that direction open; climbing, flying sideways or turning in
 * between closes it. The uncertainties tell.
 */
public final class StraightFlight {
    private static final int FEWEST_PAIRS = 10;

    /**
     * Median motion of a pair, as a share of the picture's width. A point is followed to a fraction of
     * a pixel: the farther it has moved, the better that says from where.
     */
    private static final double LEAST_FLOW = 1 / 50.0;

    private static final double MOST_SECONDS = 0.5;

    private StraightFlight() {}

    /** Follows things for as long as {@link #estimate} wants them followed. */
    public static FlowTracker tracker(CameraModel camera) {
        return new FlowTracker(camera, LEAST_FLOW * camera.width(), MOST_SECONDS);
    }

    /**
     * @param delayS how old pictures are when stamped
     * @param start the mount as far as it is known; its offset is taken over
     * @param pixelRad angle of one pixel
     * @return offsets with infinite uncertainty: flight does not tell them
     * @throws CalibrationException in one line when there is too little to see
     */
    public static MountEstimate estimate(
            OdometryTrack odometry,
            List<RayPairs> all,
            double delayS,
            Mount start,
            double pixelRad) {
        List<RayPairs> pairs = odometry.during(all, delayS, delayS);
        if (pairs.size() < FEWEST_PAIRS) {
            throw new CalibrationException(
                    "mount: got "
                            + pairs.size()
                            + " pairs of pictures in which something moves, wanted "
                            + FEWEST_PAIRS
                            + " or more: fly straight past things with texture, some seconds");
        }
        FlightFit fit =
                new FlightFit(odometry, pairs, start, pixelRad).delay(delayS).free(0, 1, 2).solve();
        return MountEstimate.measured(fit.look(), fit.covariance(), start);
    }
}
