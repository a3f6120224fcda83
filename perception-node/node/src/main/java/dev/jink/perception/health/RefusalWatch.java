package dev.jink.perception.health;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.Watch;
import dev.jink.perception.frame.Refusal;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Refused frames: counted by reason, and each answered with the cautious command. The frames'
 * thread reports, the guard's thread answers, so that a flood of malformed frames costs the path
 * nothing; refusals that come while one is being answered share the next answer.
 */
public final class RefusalWatch implements Watch {
    private static final Refusal[] REASONS = Refusal.values();

    private final AtomicLongArray counts = new AtomicLongArray(REASONS.length);
    private final AtomicLong reported = new AtomicLong();
    private final ControllerLink link;
    private final Caution caution;
    private final Command command = new Command();
    private volatile long stampNanos;
    private long answered;

    public RefusalWatch(ControllerLink link, Caution caution) {
        this.link = link;
        this.caution = caution;
    }

    /** A frame with this header stamp was refused. The caller wakes the guard. */
    public void report(Refusal refusal, long frameStampNanos) {
        counts.incrementAndGet(refusal.ordinal());
        stampNanos = frameStampNanos;
        reported.incrementAndGet();
    }

    /** Forgets all: warm-up is over. */
    public void reset() {
        for (Refusal reason : REASONS) {
            counts.set(reason.ordinal(), 0);
        }
    }

    public long count(Refusal refusal) {
        return counts.get(refusal.ordinal());
    }

    @Override
    public long poll(long nowNanos) {
        long now = reported.get();
        if (now == answered) {
            return NEVER;
        }
        answered = now;
        command.frameStampNanos = stampNanos;
        caution.command(nowNanos, command);
        link.send(command);
        return 0;
    }
}
