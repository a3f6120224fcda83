package dev.jink.perception.ros;

import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.control.ObstacleRing;
import dev.jink.perception.control.SurroundingsLink;

import org.ros2.rcljava.publisher.Publisher;

import sensor_msgs.msg.LaserScan;

/**
 * What the planner saw, as the scan that MAVROS's plugin {@code obstacle_distance} passes on. That
 * plugin is no reader of REP 117 and REP 103:
 *
 * <ul>
 *   <li>It makes 65535, not known, of NaN and of infinity alike. So a clear element is sent as a
 *       finite range just beyond {@code range_max}, which arrives as max_distance + 1, nothing
 *       there; NaN stays for what is not known.
 *   <li>It copies the elements in their order and takes them for clockwise, so the scan runs
 *       clockwise from straight ahead, against what a LaserScan means elsewhere.
 *   <li>It cuts off fractions of a centimetre. Half of one is added, so that no rounding of a float
 *       moves a range into the next.
 * </ul>
 *
 * <p>Its parameter {@code obstacle/mav_frame} must be {@code BODY_FRD}. On the path's thread.
 */
final class MavrosScan implements SurroundingsLink {
    private static final float M_PER_CM = 0.01f;
    private static final float HALF_CM = 0.5f;

    private final Outlet outlet;
    private final Publisher<LaserScan> publisher;
    private final ObstacleRing ring;
    private final LaserScan scan = new LaserScan();
    private final float[] rangesM = new float[ObstacleRing.COUNT];

    MavrosScan(Outlet outlet, Publisher<LaserScan> publisher, String frameId, double rangeMaxM) {
        this.outlet = outlet;
        this.publisher = publisher;
        ring = new ObstacleRing(rangeMaxM);
        scan.getHeader().setFrameId(frameId);
        float increment = (float) Math.toRadians(ObstacleRing.INCREMENT_DEG);
        scan.setAngleMin(0);
        scan.setAngleMax(increment * (ObstacleRing.COUNT - 1));
        scan.setAngleIncrement(increment);
        scan.setRangeMin(0);
        scan.setRangeMax(metres(ring.maxCm()));
        // The message takes its memory now, and not with the first frame.
        scan.setRanges(rangesM);
    }

    @Override
    public void show(long frameStampNanos, Sectors sectors) {
        ring.fill(sectors);
        for (int k = 0; k < rangesM.length; k++) {
            int cm = ring.distanceCm(k);
            rangesM[k] = cm == ObstacleRing.UNKNOWN_CM ? Float.NaN : metres(cm);
        }
        scan.setRanges(rangesM);
        Stamps.set(scan.getHeader().getStamp(), frameStampNanos);
        outlet.publish(publisher, scan);
    }

    private static float metres(int cm) {
        return (cm + HALF_CM) * M_PER_CM;
    }
}
