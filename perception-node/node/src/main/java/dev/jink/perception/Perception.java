package dev.jink.perception;

import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.Guard;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.deadline.Watch;
import dev.jink.perception.frame.FrameSlot;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.health.Distrust;
import dev.jink.perception.health.RefusalWatch;
import dev.jink.perception.health.SilenceWatch;
import dev.jink.perception.health.Verdict;
import dev.jink.perception.latency.AllocationMeter;
import dev.jink.perception.latency.LatencyFigures;
import dev.jink.perception.latency.Percentiles;
import dev.jink.perception.sight.Detector;

import org.HdrHistogram.Histogram;

import java.lang.invoke.VarHandle;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The path with all that stands around it: door, slot, pipeline, guard, and their two threads.
 * Knows no ROS; the node feeds {@link #door} and {@link #flight}, tests do the same.
 *
 * <p>Life: made closed, {@link #start}, warmed up by {@link WarmUp}, {@link #activate}, {@link
 * #close}. Until activated, no command leaves.
 */
public final class Perception implements AutoCloseable {
    private static final long IDLE_POLL_NANOS = 200_000L;

    private final PipelineSettings settings;
    private final Detector detector;
    private final Parts parts;
    private final Gate gate;
    private final FrameSlot slot;
    private final Pipeline pipeline;
    private final Door door;
    private final Guard guard;
    private final RefusalWatch refusals;
    private final SilenceWatch silence;
    private final SilenceWatch stall;
    private final PathLoop loop;
    private final Sequel sequel;
    private final Consumer<Throwable> faultReport;
    private final AllocationMeter meter = new AllocationMeter();
    private final RoleThread pathThread;
    private final RoleThread guardThread;
    private volatile boolean started;

    /**
     * @param detector owned from here on
     * @param links where commands go
     * @param sequel called after each command
     * @param faultReport told of exceptions on the path, on its thread
     * @param duties what the guard's thread looks at besides, such as a controller's sign of life
     */
    public Perception(
            PipelineSettings settings,
            Detector detector,
            Links links,
            NanoClock clock,
            Sequel sequel,
            Consumer<Throwable> faultReport,
            Watch... duties) {
        this.settings = settings;
        this.detector = detector;
        this.sequel = sequel;
        this.faultReport = faultReport;
        gate = new Gate(links.path(), links.guard(), links.rehearsal());
        parts = Parts.of(settings, clock, gate);
        slot =
                new FrameSlot(
                        settings.limits().capacityBytes(), settings.budget(), parts.counters());
        pipeline = new Pipeline(detector, settings.planner(), parts, sequel);
        refusals = new RefusalWatch(gate.guards(), parts.caution());
        silence = parts.silenceWatch();
        stall = parts.silenceWatch();
        // Deadlines first: whatever the duties do, the brake has gone out by then.
        Stream<Watch> own =
                Stream.of(
                        parts.deadlineWatch(slot.deadlines()),
                        parts.sends(),
                        refusals,
                        silence,
                        stall);
        Watch[] watches = Stream.concat(own, Stream.of(duties)).toArray(Watch[]::new);
        guard = new Guard(clock, parts.heartbeat(), faultReport, watches);
        door = new Door(settings.limits(), slot, parts.counters(), refusals, silence, stall, guard);
        loop = new PathLoop(slot, pipeline, silence, stall, meter, faultReport);
        pathThread = new RoleThread("jink-path", loop);
        guardThread = new RoleThread("jink-guard", guard);
    }

    /** Starts both threads; the gate stays closed. */
    public void start() {
        started = true;
        guardThread.start();
        pathThread.start();
    }

    boolean isStarted() {
        return started;
    }

    /** One round of guard and path on the calling thread, in place of both threads. */
    void step() {
        pollGuard();
        stepPath();
    }

    /** One round of the path alone: the guard is missing. */
    void stepPath() {
        loop.step(0);
    }

    /** One round of the guard alone. */
    void pollGuard() {
        guard.poll(parts.clock().nanos());
    }

    /**
     * Lets path and guard run before everything else, as far as that is permitted, and with them
     * what they wait for: the calling thread, on which frames arrive, the transport's threads, and
     * the virtual machine's own; and a little what else there is in this process. Keeps the memory of the process in RAM.
     *
     * @return in words, what was got
     */
    public String raisePriority() {
        RealTime.raiseNamed("", RealTime.COMPANY_PRIORITY);
        RealTime.raise(RealTime.threadId(), RealTime.ARRIVAL_PRIORITY);
        RealTime.raiseNamed("VM Thread", RealTime.MACHINE_PRIORITY);
        RealTime.raiseNamed("dds.", RealTime.TRANSPORT_PRIORITY);
        String guardGot = guardThread.raise(RealTime.GUARD_PRIORITY);
        String pathGot = pathThread.raise(RealTime.PATH_PRIORITY) + " " + pathThread.settle();
        return "guard " + guardGot + ", path " + pathGot + ", " + Residence.lockMemory();
    }

    /**
     * Waits until the path has nothing in hand: a frame that was braked for may still be worked on.
     * While no frame is committed the detector is the caller's from then on.
     */
    public void awaitIdle() {
        while (!slot.isIdle()) {
            LockSupport.parkNanos(IDLE_POLL_NANOS);
        }
    }

    /** Commands leave from now on. What was counted and remembered so far is forgotten. */
    public void activate() {
        door.forget();
        parts.counters().reset();
        parts.latency().reset();
        refusals.reset();
        silence.reset();
        stall.reset();
        parts.caution().forget();
        parts.flight().clear();
        pipeline.forgetPace();
        pipeline.plan(settings.planner());
        meter.reset();
        gate.open();
    }

    /**
     * No command leaves from now on, until activated again. The last one that does is the guard's
     * brake: a controller may fly on with what it was told last. Frames must no longer come.
     *
     * @return false when the guard did not come to brake within one budget; the gate closes then too
     */
    public boolean deactivate() {
        if (!isActive()) {
            return true;
        }
        awaitIdle();
        long braked = silence.brakes();
        long start = parts.clock().nanos();
        silence.fallSilent(start);
        guard.wake();
        while (silence.brakes() == braked
                && parts.clock().nanos() - start < settings.budget().totalNanos()) {
            LockSupport.parkNanos(IDLE_POLL_NANOS);
        }
        gate.close();
        silence.rest();
        return silence.brakes() != braked;
    }

    public boolean isActive() {
        return gate.isOpen();
    }

    /** For the thread that frames arrive on, and no other. */
    public Door door() {
        return door;
    }

    /** The wanted velocity and the drone's own motion go in here. */
    public FlightState flight() {
        return parts.flight();
    }

    /** Looks through another calibration. On the frames' thread, for the door learns of it too. */
    public void look(Eye eye) {
        // A frame of the old size may still wait in the slot: the path brakes for it.
        pipeline.look(eye);
        door.expect(eye.camera().width(), eye.camera().height());
    }

    /** The calibration in use; null while there is none. */
    public Eye eye() {
        return pipeline.eye();
    }

    /**
     * There is nothing to look through: frames are refused for this reason. On the frames' thread.
     */
    public void blind(Refusal why) {
        door.blind(why);
    }

    /** Flies by other settings from the next frame on. Any thread. */
    public void plan(PlannerSettings planner) {
        pipeline.plan(planner);
    }

    /** What was seen, flown and wanted so far is of another world. On the frames' thread. */
    public void forgetWorld() {
        door.forgetStamps();
        parts.flight().clear();
        pipeline.forgetSurroundings();
    }

    public PipelineSettings settings() {
        return settings;
    }

    public Detector detector() {
        return detector;
    }

    Sequel sequel() {
        return sequel;
    }

    Consumer<Throwable> faultReport() {
        return faultReport;
    }

    public OutcomeCounters counters() {
        return parts.counters();
    }

    public RefusalWatch refusals() {
        return refusals;
    }

    public SilenceWatch silence() {
        return silence;
    }

    /** Brakes while frames come and the path answers none of them. */
    public SilenceWatch stall() {
        return stall;
    }

    /**
     * All that the node's state is judged by.
     *
     * @param rateHz frames a second, lately
     * @param misses missed deadlines, lately
     * @param braked frames the guard braked for, lately
     * @param settled whether the compiled code is as good as it gets
     * @param hoursUp since the process was started
     */
    public Verdict.Signs signs(
            double rateHz, long misses, long braked, boolean settled, long hoursUp) {
        return new Verdict.Signs(
                parts.counters().figures().frames(),
                rateHz,
                misses,
                braked,
                silence.isSilent(),
                stall.isSilent(),
                !parts.heartbeat().isMissing(parts.clock().nanos()),
                door.isRefusing() ? door.lastRefusal() : null,
                pipeline.distrust(),
                gate.lastReason(),
                gate.lastSpeed(),
                settled,
                hoursUp);
    }

    /** Whether the last picture was believed, and why not. */
    public Distrust distrust() {
        return pipeline.distrust();
    }

    /** Why the last command was what it was: of the path, the guard or a health rule. */
    public Reason lastReason() {
        return gate.lastReason();
    }

    /** Speed of the last command, m/s. */
    public double lastSpeed() {
        return gate.lastSpeed();
    }

    /** Nanoseconds since the last frame came; 0 when none has. */
    public long frameAgeNanos() {
        return silence.ageNanos(parts.clock().nanos());
    }

    /** How old pictures are, by their stamps, when their answers leave, ms. */
    public Percentiles delayMs() {
        return pipeline.delay().figures();
    }

    public LatencyFigures latency() {
        return parts.latency().figures();
    }

    /** The distributions behind {@link #latency}, by tag. */
    public Map<String, Histogram> histograms() {
        return parts.latency().histograms();
    }

    /** Heap bytes of the path's thread, from taking a frame to giving it back. */
    public AllocationMeter allocation() {
        return meter;
    }

    /** Answers that hung in the transport and were braked for. */
    public long overtakenSends() {
        return parts.sends().overtaken();
    }

    /** Nanoseconds since the guard looked last. */
    public long guardAgeNanos() {
        return parts.heartbeat().ageNanos(parts.clock().nanos());
    }

    /** Exceptions the path has survived. */
    public long faults() {
        return loop.faults();
    }

    /** A glimpse to give to {@link #glimpse}, again and again. */
    public Glimpse newGlimpse() {
        return new Glimpse(detector.virtualCamera());
    }

    /**
     * Copies what the path saw and did last, if the path is at rest. It neither waits for the copy
     * nor learns of it: the copy is good if no frame was in hand before it, none after it, and none
     * came and went in between. Any thread.
     *
     * @return false when it is not good: try again a little later
     */
    public boolean glimpse(Glimpse out) {
        long framesBefore = meter.frames();
        if (pipeline.eye() == null || !slot.isIdle()) {
            return false;
        }
        pipeline.show(out);
        // What was copied must have been read before the slot is looked at again.
        VarHandle.acquireFence();
        return slot.isIdle() && meter.frames() == framesBefore;
    }

    /** The longest time from arrival to answer since this was asked last, nanoseconds, or 0. */
    public long worstNanosSinceAsked() {
        return parts.latency().worstNanosSinceAsked();
    }

    /**
     * Ends both threads and frees the detector. A frame under way is finished first; one that waits
     * is braked for. No frame may be committed any more.
     */
    @Override
    public void close() {
        long patienceMs = 1 + settings.budget().totalNanos() / 1_000_000;
        loop.stop();
        pathThread.join(20 * patienceMs);
        while (loop.step(0)) {
            // answers what came in between the last look and the end
        }
        guard.stop();
        guardThread.join(20 * patienceMs);
        gate.close();
        detector.close();
    }
}
