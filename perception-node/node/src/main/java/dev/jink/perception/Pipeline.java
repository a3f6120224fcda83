package dev.jink.perception;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Planner;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.Deadline;
import dev.jink.perception.deadline.Heartbeat;
import dev.jink.perception.deadline.Ledger;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.deadline.SendWatch;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.health.Caution;
import dev.jink.perception.health.Distrust;
import dev.jink.perception.health.InputPace;
import dev.jink.perception.health.PictureHealth;
import dev.jink.perception.latency.LatencyRecorder;
import dev.jink.perception.latency.MeasuredDelay;
import dev.jink.perception.latency.Stage;
import dev.jink.perception.latency.StageClock;
import dev.jink.perception.sight.Contrast;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.ObstacleGrid;
import dev.jink.perception.sight.Sharpness;

/**
 * The one path, from a frame to its command: {@link #run} is the whole line. The deadline is
 * checked at every border; a frame whose guard time has come is given up there, for the guard has
 * answered it or is about to, and whoever is first by compare-and-set publishes the one answer.
 *
 * <p>Runs on the path's thread; calibration and planner settings may be exchanged by another. After
 * its first frames {@link #run} allocates nothing.
 */
public final class Pipeline {
    private final Detector detector;
    private final FlightState flight;
    private final PictureHealth pictureHealth;
    private final Sharpness sharpness = new Sharpness();
    private final InputPace pace;
    private final Caution caution;
    private final ControllerLink link;
    private final Ledger ledger;
    private final SendWatch sends;
    private final Heartbeat heartbeat;
    private final NanoClock clock;
    private final OutcomeCounters counters;
    private final LatencyRecorder latency;
    private final MeasuredDelay delay = new MeasuredDelay();
    private final long budgetNanos;
    private final StageClock stages;
    private final Sequel sequel;

    private final Command wanted = new Command();
    private final Command command = new Command();
    private final Motion own = new Motion();

    private volatile Eye eye;
    private volatile Avoidance avoidance;
    private volatile PlannerSettings planned;
    private volatile Distrust distrust = Distrust.NONE;

    Pipeline(Detector detector, PlannerSettings planner, Parts parts, Sequel sequel) {
        this.detector = detector;
        this.flight = parts.flight();
        this.pictureHealth = new PictureHealth(parts.settings().health().frozenNanos());
        this.pace = new InputPace(parts.settings().health().slowestNanos());
        this.budgetNanos = parts.settings().budget().totalNanos();
        this.caution = parts.caution();
        this.link = parts.link();
        this.ledger = parts.ledger();
        this.sends = parts.sends();
        this.heartbeat = parts.heartbeat();
        this.clock = parts.clock();
        this.counters = parts.counters();
        this.latency = parts.latency();
        this.stages = new StageClock(parts.clock());
        this.sequel = sequel;
        plan(planner);
    }

    /**
     * Takes one frame all the way. Afterwards its outcome is decided.
     *
     * @param frame checked and taken from the slot
     */
    void run(Frame frame) {
        Deadline deadline = frame.deadline();
        Eye look = eye;
        Avoidance mind = avoidance;
        boolean slow = pace.isSlow(frame.arrivalNanos());

        if (deadline.hasPassed(stages.begin(frame.arrivalNanos()))) {
            giveUp(frame);
            return;
        }
        boolean seen = look.rectifier().rectify(frame, look.picture());
        if (!seen || deadline.hasPassed(stages.end(Stage.RECTIFY))) {
            giveUp(frame);
            return;
        }
        detector.detect(look.picture(), look.coverage(), mind.grid());
        if (deadline.hasPassed(stages.end(Stage.DETECT))) {
            giveUp(frame);
            return;
        }
        Distrust doubt = judge(look, slow, frame.arrivalNanos());
        if (doubt == Distrust.NONE) {
            mind.planner().plan(mind.grid(), wanted, own, frame.arrivalNanos(), command);
        } else {
            caution.command(stages.lastNanos(), command);
        }
        command.frameStampNanos = frame.stampNanos();
        if (deadline.hasPassed(stages.end(Stage.PLAN))
                || heartbeat.isMissing(stages.lastNanos())
                || !sends.claim(deadline, Outcome.ACTED)) {
            giveUp(frame);
            return;
        }
        if (!send(frame, Outcome.ACTED)) {
            return;
        }
        long doneNanos = stages.end(Stage.SEND);
        latency.stages(stages);
        // The budget counts from the stamp where that is older than the arrival.
        delay.note(doneNanos - deadline.dueNanos() + budgetNanos);
        if (doubt == Distrust.NONE) {
            caution.noteGood(command, doneNanos);
        }
        distrust = doubt;
        sequel.after(command, doubt == Distrust.NONE ? mind.planner().sectors() : null, doubt);
    }

    /**
     * Brakes for a frame on which the path failed or was late, or which nobody guards, unless it has been answered.
     */
    void giveUp(Frame frame) {
        if (!sends.claim(frame.deadline(), Outcome.BRAKED)) {
            counters.lateResult();
            return;
        }
        brake(frame.stampNanos());
        send(frame, Outcome.BRAKED);
    }

    /** Brakes in the guard's place when it is missing: no frame has come that would be braked for. */
    void standIn() {
        if (heartbeat.isMissing(clock.nanos())) {
            brake(0);
            link.send(command);
        }
    }

    private void brake(long stampNanos) {
        caution.forget();
        command.brake(Reason.BRAKE);
        command.frameStampNanos = stampNanos;
    }

    /** Returns whether it went out before the guard braked for it. */
    private boolean send(Frame frame, Outcome outcome) {
        boolean out = false;
        boolean inTime = true;
        try {
            link.send(command);
            out = true;
        } finally {
            inTime = sends.end();
            if (!inTime) {
                counters.lateResult();
            } else if (out) {
                ledger.published(outcome, frame.arrivalNanos(), frame.deadline().dueNanos());
            } else {
                ledger.lost(outcome);
            }
        }
        if (!inTime) {
            // It came out behind the guard's brake: the last word must be a brake again.
            brake(frame.stampNanos());
            link.send(command);
        }
        return inTime;
    }

    private Distrust judge(Eye look, boolean slow, long nowNanos) {
        Distrust odometry = flight.read(nowNanos, wanted, own);
        Contrast light = detector.contrast();
        Distrust picture =
                pictureHealth.judge(
                        look.picture(),
                        light.blackShare(),
                        light.saturatedShare(),
                        light.deviation(),
                        sharpness(look, light.deviation()),
                        nowNanos);
        if (picture != Distrust.NONE) {
            return picture;
        }
        return slow ? Distrust.SLOW_INPUT : odometry;
    }

    private double sharpness(Eye look, double deviation) {
        return sharpness.of(
                look.picture(),
                look.coverage().pixels(),
                detector.virtualCamera().width(),
                deviation);
    }

    /** Looks through another calibration from the next frame on. Any thread. */
    public void look(Eye through) {
        eye = through;
    }

    /** The calibration in use; null while there is none. */
    public Eye eye() {
        return eye;
    }

    /** Flies by other settings from the next frame on; what was remembered is lost. Any thread. */
    public void plan(PlannerSettings settings) {
        planned = settings;
        avoidance =
                new Avoidance(
                        new Planner(settings, detector.cellRays()),
                        detector.newGrid(settings.minConfidence()));
    }

    /** Forgets the surroundings from the next frame on. Any thread. */
    void forgetSurroundings() {
        plan(planned);
    }

    /** Forgets how fast pictures came and how old their answers were: warm-up is over. */
    void forgetPace() {
        pace.restart();
        delay.reset();
    }

    /** How old pictures are, by their stamps, when their answers leave. */
    MeasuredDelay delay() {
        return delay;
    }

    /** Whether the last picture was believed, and why not. */
    public Distrust distrust() {
        return distrust;
    }

    /** Copies what the last frame left behind; nobody may be at work on one meanwhile. */
    void show(Glimpse out) {
        Avoidance mind = avoidance;
        out.take(eye.picture(), mind.grid(), mind.planner().sectors());
        out.take(wanted, command, own, distrust);
    }

    /** Planner and grid made by the same settings. */
    private record Avoidance(Planner planner, ObstacleGrid grid) {}
}
