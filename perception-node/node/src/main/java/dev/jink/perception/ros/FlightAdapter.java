package dev.jink.perception.ros;

import dev.jink.perception.FlightState;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.control.FrameConversion;
import dev.jink.perception.deadline.NanoClock;

import geometry_msgs.msg.Point;
import geometry_msgs.msg.Quaternion;
import geometry_msgs.msg.TwistStamped;
import geometry_msgs.msg.Vector3;

import nav_msgs.msg.Odometry;

/**
 * The wanted velocity and the drone's own motion, from messages to the path's frames.
 *
 * <p>nav_msgs/Odometry: pose in the odometry frame (z up), twist in the child frame, the body FLU;
 * it is turned upright by roll and pitch. A message with a number that is not finite is as good as
 * none: it is dropped, and if that goes on, odometry grows stale.
 */
final class FlightAdapter {
    private static final double LEAST_NORM = 0.5;

    private final FlightState flight;
    private final NanoClock clock;
    private final Motion motion = new Motion();
    private final double[] v = new double[3];
    private volatile long dropped;

    FlightAdapter(FlightState flight, NanoClock clock) {
        this.flight = flight;
        this.clock = clock;
    }

    /** cmd_vel_in: level body frame. */
    void wanted(TwistStamped message) {
        Vector3 linear = message.getTwist().getLinear();
        double x = linear.getX();
        double y = linear.getY();
        double z = linear.getZ();
        double yawRate = message.getTwist().getAngular().getZ();
        if (Double.isFinite(x + y + z + yawRate)) {
            flight.want(x, y, z, yawRate, clock.nanos());
        } else {
            drop();
        }
    }

    void odometry(Odometry message) {
        Quaternion q = message.getPose().getPose().getOrientation();
        Point p = message.getPose().getPose().getPosition();
        Vector3 linear = message.getTwist().getTwist().getLinear();
        double x = q.getX();
        double y = q.getY();
        double z = q.getZ();
        double w = q.getW();
        double norm = Math.sqrt(x * x + y * y + z * z + w * w);
        if (!(norm > LEAST_NORM)) {
            // All zero: a driver that does not know its attitude.
            drop();
            return;
        }
        motion.roll = FrameConversion.roll(x / norm, y / norm, z / norm, w / norm);
        motion.pitch = FrameConversion.pitch(x / norm, y / norm, z / norm, w / norm);
        motion.yaw = FrameConversion.yaw(x / norm, y / norm, z / norm, w / norm);
        v[0] = linear.getX();
        v[1] = linear.getY();
        v[2] = linear.getZ();
        FrameConversion.bodyToLevel(motion.roll, motion.pitch, v);
        motion.vx = v[0];
        motion.vy = v[1];
        motion.vz = v[2];
        Vector3 turn = message.getTwist().getTwist().getAngular();
        v[0] = turn.getX();
        v[1] = turn.getY();
        v[2] = turn.getZ();
        FrameConversion.bodyToLevel(motion.roll, motion.pitch, v);
        motion.yawRate = v[2];
        motion.x = p.getX();
        motion.y = p.getY();
        motion.z = p.getZ();
        motion.stampNanos = clock.nanos();
        if (motion.isFinite()) {
            flight.moved(motion);
        } else {
            drop();
        }
    }

    /** Messages that held a number that is not finite. */
    long dropped() {
        return dropped;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer, the spinning thread
    private void drop() {
        dropped = dropped + 1;
    }
}
