package dev.jink.perception;

import dev.jink.perception.deadline.Guard;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.FrameChecks;
import dev.jink.perception.frame.FrameLimits;
import dev.jink.perception.frame.FrameSlot;
import dev.jink.perception.frame.Header;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.health.RefusalWatch;
import dev.jink.perception.health.SilenceWatch;

import java.util.function.Consumer;

/**
 * Where frames come in. The transport's thread fills in a {@link Header} and asks for a frame; when
 * it gets one it copies the pixels and commits, when it gets null the frame has been refused,
 * counted and answered with caution. Belongs to that one thread; allocates nothing.
 */
public final class Door {
    private static final long REPORT_NANOS = 1_000_000_000L;

    private final FrameChecks checks;
    private final FrameSlot slot;
    private final OutcomeCounters counters;
    private final RefusalWatch refusals;
    private final SilenceWatch silence;
    private final SilenceWatch stall;
    private final Guard guard;
    private final Header header = new Header();
    private long ageNanos;
    private Refusal lastRefusal;
    private boolean refusing;
    private boolean unreported;
    private long reportedNanos;
    private String imageTopic = "image_raw";
    private String infoTopic = "camera_info";
    private Consumer<String> report = line -> {};

    Door(
            FrameLimits limits,
            FrameSlot slot,
            OutcomeCounters counters,
            RefusalWatch refusals,
            SilenceWatch silence,
            SilenceWatch stall,
            Guard guard) {
        this.checks = new FrameChecks(limits);
        this.slot = slot;
        this.counters = counters;
        this.refusals = refusals;
        this.silence = silence;
        this.stall = stall;
        this.guard = guard;
    }

    /** To be filled in before {@link #admit}. */
    public Header header() {
        return header;
    }

    /** All frames are refused for this reason from now on: there is no calibration to see by. */
    public void blind(Refusal why) {
        checks.blind(why);
    }

    /** Frames must have this size from now on. */
    public void expect(int width, int height) {
        checks.expect(width, height);
    }

    /** Forgets the stamps seen: the next frame may be older. */
    void forgetStamps() {
        checks.forgetStamps();
    }

    /** Forgets all that was seen: warm-up is over. */
    void forget() {
        forgetStamps();
        lastRefusal = null;
        unreported = false;
        refusing = false;
    }

    /**
     * Checks the header.
     *
     * @param arrivalNanos when the transport handed the frame over, on the path's clock
     * @param epochNanos the same moment on the clock that header stamps are made with
     * @return a described frame to copy the pixels into, or null when it was refused
     */
    public Frame admit(long arrivalNanos, long epochNanos) {
        counters.arrived();
        silence.heard(arrivalNanos);
        ageNanos = epochNanos - header.stampNanos;
        Refusal refusal = checks.check(header, ageNanos);
        if (refusal != null) {
            refuse(refusal, arrivalNanos);
            return null;
        }
        refusing = false;
        Frame frame = slot.claim();
        frame.describe(
                (int) header.width,
                (int) header.height,
                (int) header.step,
                checks.encoding(),
                header.stampNanos,
                arrivalNanos,
                header.frameId);
        return frame;
    }

    /** Hands an admitted frame, its pixels filled in, to the path. */
    public void commit(Frame frame) {
        // The first that the path owes an answer for counts, until it has given one.
        if (!stall.isWaiting()) {
            stall.heard(frame.arrivalNanos());
        }
        slot.commit(frame, ageNanos);
        guard.expect(frame.deadline().guardNanos());
    }

    /** A frame that arrived but could not even be described. */
    public void refuseUnread(Refusal refusal, long arrivalNanos) {
        counters.arrived();
        silence.heard(arrivalNanos);
        checks.unread(header);
        refuse(refusal, arrivalNanos);
    }

    /**
     * Says so when the last frame was refused and it is time to; makes text, so never in between.
     */
    public void reportRefusal() {
        if (unreported) {
            unreported = false;
            report.accept(checks.describe(lastRefusal, imageTopic, infoTopic));
        }
    }

    /** Whether the last frame was refused. */
    public boolean isRefusing() {
        return refusing;
    }

    /** Why the last refused frame was refused; null = none was yet. */
    public Refusal lastRefusal() {
        return lastRefusal;
    }

    /**
     * Lines for people on refused frames go here: at once for a new reason, else one a second.
     *
     * @param imageTopic where the frames come from, for the words
     * @param infoTopic where their camera_info is looked for
     */
    public void reportTo(String imageTopic, String infoTopic, Consumer<String> report) {
        this.imageTopic = imageTopic;
        this.infoTopic = infoTopic;
        this.report = report;
    }

    private void refuse(Refusal refusal, long nowNanos) {
        refusing = true;
        refusals.report(refusal, header.stampNanos);
        counters.count(Outcome.REFUSED);
        guard.wake();
        if (refusal != lastRefusal || nowNanos - reportedNanos >= REPORT_NANOS) {
            reportedNanos = nowNanos;
            unreported = true;
        }
        lastRefusal = refusal;
    }
}
