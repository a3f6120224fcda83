package dev.jink.perception.ros;

import dev.jink.perception.FlightState;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.control.FrameConversion;
import dev.jink.perception.deadline.NanoClock;

import px4_msgs.msg.VehicleOdometry;

/**
 * PX4's motion, from NED and FRD to the path's frames. Velocities may come in NED or in the body
 * frame; a pose whose north is not known is of no use, for setpoints are in NED. A message with a
 * number that is not finite, or in another frame, is as good as none: it is dropped, and if that
 * goes on, odometry grows stale and Jink brakes.
 */
final class Px4OdometryAdapter {
    private static final double LEAST_NORM = 0.5;
    private static final Sequence<VehicleOdometry> Q = of("getQ");
    private static final Sequence<VehicleOdometry> VELOCITY = of("getVelocity");
    private static final Sequence<VehicleOdometry> ANGULAR_VELOCITY = of("getAngularVelocity");
    private static final Sequence<VehicleOdometry> POSITION = of("getPosition");

    private final FlightState flight;
    private final NanoClock clock;
    private final Motion motion = new Motion();
    private final double[] q = new double[4];
    private final double[] v = new double[3];
    private final double[] p = new double[3];
    private volatile long dropped;

    Px4OdometryAdapter(FlightState flight, NanoClock clock) {
        this.flight = flight;
        this.clock = clock;
    }

    private static Sequence<VehicleOdometry> of(String getter) {
        return Sequence.of(VehicleOdometry.class, getter);
    }

    void accept(VehicleOdometry message) {
        if (message.getPoseFrame() != VehicleOdometry.POSE_FRAME_NED || !attitude(message)) {
            drop();
            return;
        }
        Sequence.copy(VELOCITY.in(message), v);
        switch (message.getVelocityFrame()) {
            case VehicleOdometry.VELOCITY_FRAME_NED -> {}
            case VehicleOdometry.VELOCITY_FRAME_BODY_FRD -> FrameConversion.bodyToWorld(q, v);
            default -> {
                drop();
                return;
            }
        }
        FrameConversion.attitudeEnuFluToNedFrd(q);
        motion.roll = FrameConversion.roll(q[0], q[1], q[2], q[3]);
        motion.pitch = FrameConversion.pitch(q[0], q[1], q[2], q[3]);
        motion.yaw = FrameConversion.yaw(q[0], q[1], q[2], q[3]);
        FrameConversion.nedToLevel(motion.yaw, v);
        motion.vx = v[0];
        motion.vy = v[1];
        motion.vz = v[2];
        motion.yawRate =
                FrameConversion.yawRateFluFrd(Sequence.at(ANGULAR_VELOCITY.in(message), 2));
        Sequence.copy(POSITION.in(message), p);
        FrameConversion.enuNed(p);
        motion.x = p[0];
        motion.y = p[1];
        motion.z = p[2];
        motion.stampNanos = clock.nanos();
        if (motion.isFinite()) {
            flight.moved(motion);
        } else {
            drop();
        }
    }

    /** Takes the attitude over, x, y, z, w and of length one. Returns whether there is one. */
    private boolean attitude(VehicleOdometry message) {
        Object wxyz = Q.in(message);
        double norm = 0;
        for (int i = 0; i < q.length; i++) {
            q[i] = Sequence.at(wxyz, (i + 1) % q.length);
            norm += q[i] * q[i];
        }
        norm = Math.sqrt(norm);
        if (!(norm > LEAST_NORM && norm < Double.POSITIVE_INFINITY)) {
            return false;
        }
        for (int i = 0; i < q.length; i++) {
            q[i] /= norm;
        }
        return true;
    }

    /** Messages that could not be used. */
    long dropped() {
        return dropped;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer, the spinning thread
    private void drop() {
        dropped = dropped + 1;
    }
}
