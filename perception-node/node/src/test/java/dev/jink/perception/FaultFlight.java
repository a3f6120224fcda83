package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;
import dev.jink.perception.health.Verdict;
import dev.jink.perception.sight.Detector;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * A flight on virtual time that faults can be done to, with a judge of every command. The network
 * is the worst there can be for safety: it says of every picture that all is clear, and is sure.
 *
 * <p>A command is unsafe when
 *
 * <ul>
 *   <li>it is not finite, or faster than the speed limit;
 *   <li>it does not come from a picture that may be trusted, and is faster than the fading of the
 *       last that did: v_last · max(0, 1 − (t − t_last) / 0.5 s), and 0 once a brake went out;
 *   <li>it answers a frame that has been answered, or was never shown.
 * </ul>
 */
final class FaultFlight implements AutoCloseable {
    static final long MS = TestClock.MS;
    private static final double RAMP_NANOS = 500 * MS;
    private static final double MAX_SPEED = 3;
    private static final double SLACK = 1e-9;
    // Where the path reads the clock: once in the guard's turn, then at each border.
    private static final int READINGS_BEFORE_THE_PATH = 2;

    final TestClock clock = new TestClock(1_000_000 * MS);
    final List<Throwable> faults = new ArrayList<>();
    final SplittableRandom dice = new SplittableRandom(11);
    final Perception perception;
    private final List<String> unsafe = new ArrayList<>();
    private final Set<Long> trusted = new HashSet<>();
    private final Map<Long, Integer> unanswered = new HashMap<>();
    private NanoClock time = clock;
    private ControllerLink wire = command -> {};
    private long wallNanos = 1_700_000_000_000_000_000L;
    private long nodeWallNanos = wallNanos;
    private long lastStamp;
    private long shown;
    private long braked;
    private long commands;
    private double trustedSpeed;
    private long trustedNanos;
    private Command last = new Command();
    private double fastest;
    boolean odometry = true;

    FaultFlight() {
        this(TestModel.constant(-6));
    }

    FaultFlight(Detector detector) {
        perception =
                Flights.active(
                        detector,
                        Links.of(
                                command -> {
                                    wire.send(command);
                                    judge(command);
                                },
                                command -> {}),
                        () -> time.nanos(),
                        faults::add);
    }

    private void judge(Command command) {
        long now = clock.nanos();
        commands++;
        last = new Command();
        last.set(command);
        String what = "at %.3f s: %s".formatted(now / 1e9, command);
        if (!command.isFinite() || command.speed() > MAX_SPEED + SLACK) {
            unsafe.add("too fast " + what);
        }
        boolean own = command.reason != Reason.BRAKE && trusted.contains(command.frameStampNanos);
        double allowed = trustedSpeed * Math.max(0, 1 - (now - trustedNanos) / RAMP_NANOS);
        if (own) {
            trustedSpeed = command.speed();
            trustedNanos = now;
            fastest = Math.max(fastest, trustedSpeed);
        } else if (command.speed() > allowed + SLACK) {
            unsafe.add("faster than %.3f m/s %s".formatted(allowed, what));
        }
        if (command.reason == Reason.BRAKE) {
            trustedSpeed = 0;
        }
        if (command.frameStampNanos != 0
                && unanswered.merge(command.frameStampNanos, -1, Integer::sum) < 0) {
            unsafe.add("a second answer " + what);
        }
    }

    /** Good flight: pictures at 30 Hz, odometry, a wish to go forward at 2 m/s. */
    void fly(double seconds) {
        for (int i = 0; i < seconds * 30; i++) {
            pass(33);
            good();
        }
        braked = perception.counters().of(Outcome.BRAKED);
    }

    /** Time passes; the guard looks every 5 ms. */
    void pass(double ms) {
        for (double left = ms; left > 0; left -= 5) {
            clock.advanceMs(Math.min(5, left));
            wallNanos += Math.round(Math.min(5, left) * MS);
            nodeWallNanos += Math.round(Math.min(5, left) * MS);
            perception.pollGuard();
        }
    }

    /** Time passes and nobody of this process runs, as between SIGSTOP and SIGCONT. */
    void sleep(double ms) {
        clock.advanceMs(ms);
        wallNanos += Math.round(ms * MS);
        nodeWallNanos += Math.round(ms * MS);
    }

    /** The clock of camera and wall jumps; the node has not noticed yet. */
    void jump(double seconds) {
        wallNanos += Math.round(seconds * 1000) * MS;
    }

    /** The node measures the wall's time anew, as it does once a second. */
    void adjust() {
        nodeWallNanos = wallNanos;
    }

    /** One picture that may be trusted, answered. */
    void good() {
        Frame frame = commit(true);
        if (frame != null) {
            perception.step();
        }
    }

    /** A picture at the door, to be answered by {@link #step}. Null when it was refused. */
    Frame commit(boolean trust) {
        return commit(trust, header -> {});
    }

    /** The same, with its header spoilt. */
    Frame commit(boolean trust, Spoiler spoiler) {
        talk();
        Header header = Flights.describe(perception.door(), wallNanos);
        spoiler.spoil(header);
        lastStamp = header.stampNanos;
        shown++;
        unanswered.merge(lastStamp, 1, Integer::sum);
        Frame frame = perception.door().admit(clock.nanos(), nodeWallNanos);
        if (frame != null) {
            if (trust) {
                trusted.add(lastStamp);
            }
            Flights.paint(frame, dice);
            perception.door().commit(frame);
        }
        return frame;
    }

    /** Bad pictures for a second at 30 Hz: painted as wanted, never to be trusted. */
    void show(double seconds, Painter painter) {
        for (int i = 0; i < seconds * 30; i++) {
            pass(33);
            Frame frame = commit(false);
            painter.paint(frame);
            perception.step();
        }
    }

    /** Spoilt headers for some time at 30 Hz. */
    void send(double seconds, Spoiler spoiler) {
        for (int i = 0; i < seconds * 30; i++) {
            pass(33);
            if (commit(false, spoiler) != null) {
                perception.step();
            }
        }
    }

    private void talk() {
        perception.flight().want(2, 0, 0, 0, clock.nanos());
        if (odometry) {
            Motion motion = new Motion();
            motion.z = 3;
            motion.vx = last.vx;
            motion.vy = last.vy;
            motion.stampNanos = clock.nanos();
            perception.flight().moved(motion);
        }
    }

    /** Something happens to the path at the end of one stage of the next frame, 0 = waiting. */
    void at(int stage, Runnable strike) {
        int[] readings = {0};
        time =
                () -> {
                    if (++readings[0] == READINGS_BEFORE_THE_PATH + stage) {
                        time = clock;
                        strike.run();
                    }
                    return clock.nanos();
                };
    }

    /** What the way to the controller does with each command before it is out. */
    void wire(ControllerLink link) {
        wire = link;
    }

    /** The state topic's line. */
    String state() {
        Verdict verdict =
                Verdict.of(
                        perception.signs(
                                30, 0, perception.counters().of(Outcome.BRAKED) - braked, true, 0));
        return verdict.state(perception.lastReason(), perception.lastSpeed());
    }

    Command last() {
        return last;
    }

    long commands() {
        return commands;
    }

    double fastest() {
        return fastest;
    }

    /** Nothing was unsafe, and every frame had exactly one outcome. */
    void judgeAll() {
        assertEquals(List.of(), unsafe);
        OutcomeCounters.Figures figures = perception.counters().figures();
        assertEquals(0, figures.open(), figures::toString);
        assertEquals(shown, figures.frames(), figures::toString);
        assertTrue(fastest > 1, "it never flew: %.2f m/s".formatted(fastest));
    }

    @Override
    public void close() {
        perception.close();
    }

    interface Spoiler {
        void spoil(Header header);
    }

    interface Painter {
        void paint(Frame frame);
    }
}
