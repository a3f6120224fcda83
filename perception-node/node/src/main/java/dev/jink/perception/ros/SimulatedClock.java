package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import org.ros2.rcljava.node.Node;

import rosgraph_msgs.msg.Clock;

/**
 * The time that comes on /clock, of a simulator or a played recording. Between two ticks it goes on
 * with the monotonic clock, but never further than one tick, so that it stands when the simulator
 * is paused.
 *
 * <p>A jump, backwards or ahead of the machine's own time, is a fault: what was seen and flown
 * before it is of another world. Ticks come on the spinning thread; any thread reads.
 */
final class SimulatedClock implements StampClock {
    /** This much more than the machine's own time passed is a jump. */
    static final long JUMP_NANOS = 1_000_000_000L;

    /** So long nothing must have come before it is told. */
    static final long SILENT_NANOS = 3_000_000_000L;

    private final NanoClock clock;
    private final Report report;
    private final Runnable jumped;
    private boolean any;
    private long lastNanos;
    private long heardNanos;
    private long saidNanos;
    private boolean toldOfSilence;
    // Read apart from each other: whichever is the older, the lesser of both is a time that was.
    private volatile long offsetNanos;
    private volatile long latestNanos;

    /** @param jumped is run when the time has jumped, after it holds */
    SimulatedClock(NanoClock clock, Report report, Runnable jumped) {
        this.clock = clock;
        this.report = report;
        this.jumped = jumped;
        heardNanos = clock.nanos();
        saidNanos = heardNanos - JUMP_NANOS;
    }

    /**
     * Listens on the node's /clock.
     *
     * @throws ConfigurationException this rcljava has no such message
     */
    static SimulatedClock on(Node node, NanoClock clock, Report report, Runnable jumped)
            throws ConfigurationException {
        SimulatedClock simulated = new SimulatedClock(clock, report, jumped);
        try {
            Wire.listen(node, simulated);
        } catch (NoClassDefFoundError absent) {
            throw new ConfigurationException(
                    "use_sim_time: got no rosgraph_msgs in this rcljava, wanted it to hear /clock:"
                            + " build it into the overlay, or leave use_sim_time out",
                    absent);
        }
        return simulated;
    }

    /** A tick of this time. */
    void tick(long nanos) {
        long now = clock.nanos();
        long step = nanos - lastNanos;
        boolean jump = any && (step < 0 || step - (now - heardNanos) > JUMP_NANOS);
        if (!any || jump) {
            latestNanos = nanos;
        } else if (step > 0) {
            latestNanos = nanos + Math.min(step, JUMP_NANOS);
        }
        offsetNanos = nanos - now;
        any = true;
        lastNanos = nanos;
        heardNanos = now;
        toldOfSilence = false;
        if (jump) {
            jumped.run();
            tell(step, now);
        }
    }

    private void tell(long step, long now) {
        if (now - saidNanos < JUMP_NANOS) {
            return;
        }
        saidNanos = now;
        report.warn(
                ("clock: /clock jumped %s by %.3f s: what was seen, flown and wanted before is"
                                + " forgotten; two sources of /clock, or a recording that starts"
                                + " again?")
                        .formatted(step < 0 ? "back" : "ahead", Math.abs(step) / 1e9));
    }

    @Override
    public long nanosAt(long monotonicNanos) {
        long latest = latestNanos;
        return latest == 0 ? 0 : Math.min(monotonicNanos + offsetNanos, latest);
    }

    @Override
    public void look() {
        long silent = clock.nanos() - heardNanos;
        if (silent >= SILENT_NANOS && !toldOfSilence) {
            toldOfSilence = true;
            report.warn(
                    ("clock: got nothing on /clock for %.0f s, wanted the time, as use_sim_time"
                                    + " says: start the simulator, or play the recording with"
                                    + " --clock; pictures of a later time are refused meanwhile")
                            .formatted(silent / 1e9));
        }
    }

    @Override
    public String words() {
        return any ? "/clock, at %.3f s".formatted(lastNanos / 1e9) : "/clock, not heard yet";
    }

    /** All that needs the message: loaded only where it is asked for. */
    private static final class Wire {
        private static void listen(Node node, SimulatedClock simulated) {
            node.createSubscription(
                    Clock.class,
                    Topics.CLOCK,
                    message -> simulated.tick(Stamps.nanos(message.getClock())),
                    TopicQos.in(node, Topics.CLOCK));
        }
    }
}
