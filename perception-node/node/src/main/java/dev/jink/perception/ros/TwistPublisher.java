package dev.jink.perception.ros;

import dev.jink.perception.control.TwistPort;
import dev.jink.perception.deadline.NanoClock;

import geometry_msgs.msg.TwistStamped;
import geometry_msgs.msg.Vector3;

import org.ros2.rcljava.publisher.Publisher;

/**
 * The port of a twist link on a topic: one message, filled anew each time. The stamp is that of the
 * frame the command answers, so that whoever flies can see how old its knowledge is; a command that
 * answers no frame carries the present.
 */
final class TwistPublisher implements TwistPort {
    private final Outlet outlet;
    private final Publisher<TwistStamped> publisher;
    private final NanoClock clock;
    private final StampClock stamps;
    private final TwistStamped message = new TwistStamped();

    TwistPublisher(
            Outlet outlet,
            Publisher<TwistStamped> publisher,
            String frameId,
            NanoClock clock,
            StampClock stamps) {
        this.outlet = outlet;
        this.publisher = publisher;
        this.clock = clock;
        this.stamps = stamps;
        message.getHeader().setFrameId(frameId);
    }

    @Override
    public void publish(long stampNanos, double vx, double vy, double vz, double yawRate) {
        long stamp = stampNanos == 0 ? stamps.nanosAt(clock.nanos()) : stampNanos;
        Stamps.set(message.getHeader().getStamp(), stamp);
        Vector3 linear = message.getTwist().getLinear();
        linear.setX(vx);
        linear.setY(vy);
        linear.setZ(vz);
        message.getTwist().getAngular().setZ(yawRate);
        outlet.publish(publisher, message);
    }
}
