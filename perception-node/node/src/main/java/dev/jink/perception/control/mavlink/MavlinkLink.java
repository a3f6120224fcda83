package dev.jink.perception.control.mavlink;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.control.FrameConversion;
import dev.jink.perception.control.ObstacleRing;
import dev.jink.perception.control.SurroundingsLink;
import dev.jink.perception.deadline.NanoClock;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * PX4 or ArduPilot by MAVLink alone: velocities in the frame BODY_NED, which both turn by the
 * heading they know best themselves, distances around the drone, and a heartbeat.
 *
 * <p>A setpoint is its own sign of life here: when Jink dies they stop, and the controller notices.
 * While Jink lives and sees nothing, they say zero. A number that is not finite never leaves, zero
 * velocity goes in its place.
 *
 * <p>Commands come from path and guard, distances from the path, heartbeats from the spinning
 * thread; a monitor keeps their frames apart, and costs no heap. {@link #listen} belongs to the
 * spinning thread.
 */
public final class MavlinkLink implements ControllerLink, SurroundingsLink {
    private static final int STATE_STANDBY = 3;
    private static final int STATE_ACTIVE = 4;
    private static final int STATE_CRITICAL = 5;
    private static final long NANOS_PER_MICRO = 1_000L;
    private static final long NANOS_PER_MILLI = 1_000_000L;

    private final Wire wire;
    private final NanoClock clock;
    private final long youngNanos;
    private final FrameWriter writer;
    private final Inbox inbox;
    private final ObstacleRing ring;
    private final double[] v = new double[3];
    private final AtomicLong notFinite = new AtomicLong();
    private final long startNanos;
    private volatile long goodNanos;
    private volatile boolean decided;
    private volatile long heardNanos;
    private volatile boolean heard;

    /**
     * @param system of the vehicle, 1 to 255
     * @param key null = unsigned
     * @param epochNanos since 1970, for signatures
     * @param youngNanos how long a good decision makes us active in the heartbeat's words
     * @param rangeMaxM farthest distance that is told from clear, m
     */
    public MavlinkLink(
            Wire wire,
            NanoClock clock,
            LongSupplier epochNanos,
            int system,
            MavlinkKey key,
            long youngNanos,
            double rangeMaxM) {
        this.wire = wire;
        this.clock = clock;
        this.youngNanos = youngNanos;
        SignatureClock stamps = key == null ? null : new SignatureClock(epochNanos);
        writer = new FrameWriter(system, key == null ? null : new Signature(key), stamps);
        inbox = new Inbox(system, key == null ? null : new Signature(key), stamps);
        ring = new ObstacleRing(rangeMaxM);
        startNanos = clock.nanos();
    }

    @Override
    public synchronized void send(Command command) {
        double yawRate = 0;
        if (command.isFinite()) {
            v[0] = command.vx;
            v[1] = command.vy;
            v[2] = command.vz;
            FrameConversion.fluFrd(v);
            yawRate = FrameConversion.yawRateFluFrd(command.yawRate);
        } else {
            notFinite.incrementAndGet();
            v[0] = 0;
            v[1] = 0;
            v[2] = 0;
        }
        writer.velocity((clock.nanos() - startNanos) / NANOS_PER_MILLI, v, yawRate);
        wire.send(writer.bytes(), writer.length());
    }

    @Override
    public synchronized void show(long frameStampNanos, Sectors sectors) {
        ring.fill(sectors);
        writer.obstacles(frameStampNanos / NANOS_PER_MICRO, ring);
        wire.send(writer.bytes(), writer.length());
        if (sectors != null) {
            goodNanos = clock.nanos();
            decided = true;
        }
    }

    /** Says that we are there, and how we are. Once a second. */
    public synchronized void heartbeat() {
        int status = STATE_STANDBY;
        if (decided) {
            status = clock.nanos() - goodNanos < youngNanos ? STATE_ACTIVE : STATE_CRITICAL;
        }
        writer.heartbeat(status);
        wire.send(writer.bytes(), writer.length());
    }

    /** Reads one datagram of the controller's. */
    public void listen(byte[] datagram, int length) {
        if (inbox.read(datagram, length)) {
            heardNanos = clock.nanos();
            heard = true;
        }
    }

    /** Whether the controller's heartbeat was heard within the time given. */
    public boolean isHeard(long withinNanos) {
        return heard && clock.nanos() - heardNanos <= withinNanos;
    }

    /** Heartbeats of the controller that counted. */
    public long heartbeats() {
        return inbox.heartbeats();
    }

    /** Frames that did not count. */
    public long refused() {
        return inbox.refused();
    }

    /** Why the last of them did not, in words. */
    public String lastRefusal() {
        return inbox.lastRefusal().words();
    }

    /** Commands that held a NaN or an infinity and went out as zero. */
    public long notFinite() {
        return notFinite.get();
    }
}
