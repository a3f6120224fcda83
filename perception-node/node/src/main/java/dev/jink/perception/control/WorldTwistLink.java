package dev.jink.perception.control;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.deadline.NanoClock;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Velocities in ENU, for controllers that take a Twist in the frame of the world: MAVROS in its
 * default {@code mav_frame}, ArduPilot in the frame {@code map}. The drone's heading turns the
 * command; without it, or with a number that is not finite, zero velocity goes out.
 *
 * <p>Thread-safe; a monitor keeps the commands of path and guard from mixing, and costs no heap.
 */
public final class WorldTwistLink implements ControllerLink {
    private final TwistPort port;
    private final Heading heading;
    private final NanoClock clock;
    private final double[] v = new double[3];
    private final AtomicLong notFinite = new AtomicLong();
    private final AtomicLong headingUnknown = new AtomicLong();

    public WorldTwistLink(TwistPort port, Heading heading, NanoClock clock) {
        this.port = port;
        this.heading = heading;
        this.clock = clock;
    }

    @Override
    public synchronized void send(Command command) {
        double yaw = heading.yawEnu(clock.nanos());
        if (!command.isFinite()) {
            notFinite.incrementAndGet();
            port.publish(command.frameStampNanos, 0, 0, 0, 0);
        } else if (Double.isNaN(yaw)) {
            headingUnknown.incrementAndGet();
            port.publish(command.frameStampNanos, 0, 0, 0, 0);
        } else {
            v[0] = command.vx;
            v[1] = command.vy;
            v[2] = command.vz;
            FrameConversion.levelToEnu(yaw, v);
            // Up is up in both frames, so the yaw rate stays.
            port.publish(command.frameStampNanos, v[0], v[1], v[2], command.yawRate);
        }
    }

    /** Commands that held a NaN or an infinity and went out as zero. */
    public long notFinite() {
        return notFinite.get();
    }

    /** Commands that went out as zero because nobody knew where east is. */
    public long headingUnknown() {
        return headingUnknown.get();
    }
}
