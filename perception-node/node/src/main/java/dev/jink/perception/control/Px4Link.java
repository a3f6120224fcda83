package dev.jink.perception.control;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Watch;

import java.util.concurrent.atomic.AtomicLong;

/**
 * PX4 in offboard mode: velocities in NED, distances around the drone, and the sign of life that
 * keeps PX4 in that mode.
 *
 * <p>The command is in the level body frame, so the drone's heading turns it into NED. Without a
 * heading, or with a number that is not finite, zero velocity goes out and the sign of life is not
 * earned: PX4 leaves the mode by itself when that lasts.
 *
 * <p>Thread-safe as the interfaces it implements say: a monitor keeps the commands of path and
 * guard from mixing, and costs no heap.
 */
public final class Px4Link implements ControllerLink, SurroundingsLink {
    private final Px4Port port;
    private final Heading heading;
    private final NanoClock clock;
    private final KeepAlive keepAlive;
    private final ObstacleRing ring;
    private final double[] v = new double[3];
    private final AtomicLong notFinite = new AtomicLong();
    private final AtomicLong headingUnknown = new AtomicLong();
    private volatile boolean flown;

    /**
     * @param heading from PX4's own attitude
     * @param youngNanos how long a good decision keeps PX4 in offboard mode
     * @param rangeMaxM farthest distance that is told from clear, m
     */
    public Px4Link(
            Px4Port port, Heading heading, NanoClock clock, long youngNanos, double rangeMaxM) {
        this.port = port;
        this.heading = heading;
        this.clock = clock;
        keepAlive = new KeepAlive(youngNanos, port::mode);
        ring = new ObstacleRing(rangeMaxM);
    }

    /** To be looked at by the guard. */
    public Watch watch() {
        return keepAlive;
    }

    @Override
    public synchronized void send(Command command) {
        long now = clock.nanos();
        double yaw = heading.yawEnu(now);
        boolean known = !Double.isNaN(yaw);
        boolean finite = command.isFinite();
        double yawRate = 0;
        v[0] = 0;
        v[1] = 0;
        v[2] = 0;
        if (known && finite) {
            v[0] = command.vx;
            v[1] = command.vy;
            v[2] = command.vz;
            FrameConversion.levelToNed(yaw, v);
            yawRate = FrameConversion.yawRateFluFrd(command.yawRate);
        } else if (finite) {
            headingUnknown.incrementAndGet();
        } else {
            notFinite.incrementAndGet();
        }
        port.setpoint(now, v, yawRate);
        flown = known && finite;
    }

    @Override
    public void show(long frameStampNanos, Sectors sectors) {
        ring.fill(sectors);
        port.obstacles(frameStampNanos, ring);
        if (sectors != null && flown) {
            keepAlive.good(clock.nanos());
        }
    }

    /** Whether PX4 is being told that it is flown. */
    public boolean isAlive() {
        return keepAlive.isYoung(clock.nanos());
    }

    /** Commands that held a NaN or an infinity and went out as zero. */
    public long notFinite() {
        return notFinite.get();
    }

    /** Commands that went out as zero because nobody knew where north is. */
    public long headingUnknown() {
        return headingUnknown.get();
    }
}
