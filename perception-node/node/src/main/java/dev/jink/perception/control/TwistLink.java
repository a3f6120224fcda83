package dev.jink.perception.control;

import dev.jink.perception.avoid.Command;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Plain velocities for any controller that takes a Twist: body frame FLU, as ROS (REP 103) and the
 * path have it, so nothing is converted. The last gate before the drone: a number that is not
 * finite never leaves, zero velocity goes in its place.
 *
 * <p>Thread-safe; a monitor keeps the commands of path and guard from mixing, and costs no heap.
 */
public final class TwistLink implements ControllerLink {
    private final TwistPort port;
    private final AtomicLong notFinite = new AtomicLong();

    public TwistLink(TwistPort port) {
        this.port = port;
    }

    @Override
    public synchronized void send(Command command) {
        if (command.isFinite()) {
            port.publish(
                    command.frameStampNanos, command.vx, command.vy, command.vz, command.yawRate);
        } else {
            notFinite.incrementAndGet();
            port.publish(command.frameStampNanos, 0, 0, 0, 0);
        }
    }

    /** Commands that held a NaN or an infinity and went out as zero. */
    public long notFinite() {
        return notFinite.get();
    }
}
