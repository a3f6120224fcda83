package dev.jink.calibration.flight;

import dev.jink.calibration.CalibrationException;
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

    private StraightFlight() {}

    /**
     * @param delayS how old pictures are when stamped
     * @param start the mount as far as it is known; its offset is taken over
     * @param pixelRad angle of one pixel
     * @return offsets with infinite uncertainty: flight does not tell them
     * @throws CalibrationException in one line when there is too little to see
     */
    public static MountEstimate estimate(
            OdometryTrack odometry,
            List<RayPairs> pairs,
            double delayS,
            Mount start,
            double pixelRad) {
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
