package dev.jink.launch.calibrate;

import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;

import java.util.List;

/**
 * What was seen of a flight.
 *
 * @param pictures how many were looked at
 * @param arrivalAfterStampS mean time from a picture's stamp to its arrival; NaN when not known
 */
record Flight(
        OdometryTrack odometry, List<RayPairs> pairs, int pictures, double arrivalAfterStampS) {}
