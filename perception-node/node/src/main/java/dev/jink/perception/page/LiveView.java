package dev.jink.perception.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.perception.Onlooker;
import dev.jink.perception.Perception;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.NanoClock;

import java.util.function.Supplier;

/**
 * What the node sees and does, for the page: made when somebody asks, and not more than ten times a
 * second however many ask. Nobody asks, nothing is done.
 */
public final class LiveView implements Source {
    /** Between two pictures. */
    static final long PERIOD_NANOS = 95_000_000L;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Perception perception;
    private final Supplier<Health> health;
    private final NanoClock clock;
    private final Onlooker onlooker;
    private byte[] last;
    private long lastNanos;
    private long number;

    /** @param health as the node said last */
    public LiveView(Perception perception, Supplier<Health> health, NanoClock clock) {
        this.perception = perception;
        this.health = health;
        this.clock = clock;
        onlooker = new Onlooker(perception);
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
        if (onlooker.look()) {
            number++;
        }
        boolean braking = perception.lastReason() == Reason.BRAKE;
        return Moment.of(
                number,
                onlooker.seen(),
                braking,
                new Moment.Timing(
                        perception.frameAgeNanos() / 1e6,
                        perception.worstNanosSinceAsked() / 1e6,
                        perception.settings().budget().totalNanos() / 1e6),
                perception.lastReason(),
                perception.counters().figures(),
                health.get());
    }
}
