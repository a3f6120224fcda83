package dev.jink.perception.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.perception.Glimpse;
import dev.jink.perception.Perception;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.NanoClock;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * What the node sees and does, for the page: made when somebody asks, and not more than ten times a
 * second however many ask. Nobody asks, nothing is done.
 */
public final class LiveView implements Source {
    /** Between two pictures. */
    static final long PERIOD_NANOS = 95_000_000L;

    // A path at rest is found at once; a busy one has a pause between two frames.
    private static final int TRIES = 60;
    private static final long RETRY_NANOS = 500_000L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Perception perception;
    private final Supplier<Health> health;
    private final NanoClock clock;
    private Glimpse shown;
    private Glimpse spare;
    private byte[] last;
    private long lastNanos;
    private long seenFrames;
    private long number;

    /** @param health as the node said last */
    public LiveView(Perception perception, Supplier<Health> health, NanoClock clock) {
        this.perception = perception;
        this.health = health;
        this.clock = clock;
        shown = perception.newGlimpse();
        spare = perception.newGlimpse();
    }

    @Override
    public synchronized byte[] json() throws JsonProcessingException {
        long now = clock.nanos();
        if (last == null || now - lastNanos >= PERIOD_NANOS) {
            lastNanos = now;
            last = JSON.writeValueAsBytes(look());
        }
        return last;
    }

    private Moment look() {
        long frames = perception.allocation().frames();
        if (frames != seenFrames && glimpse()) {
            seenFrames = frames;
            number++;
        }
        boolean braking = perception.lastReason() == Reason.BRAKE;
        return Moment.of(
                number,
                shown,
                braking,
                new Moment.Timing(
                        perception.frameAgeNanos() / 1e6,
                        perception.worstNanosSinceAsked() / 1e6,
                        perception.settings().budget().totalNanos() / 1e6),
                perception.lastReason(),
                perception.counters().figures(),
                health.get());
    }

    private boolean glimpse() {
        for (int i = 0; i < TRIES; i++) {
            if (perception.glimpse(spare)) {
                Glimpse old = shown;
                shown = spare;
                spare = old;
                return true;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return false;
    }
}
