package dev.jink.perception.control.mavlink;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * The time in signatures: 10 µs since 2015-01-01, never twice the same, never backwards, and never
 * behind what the other end has been heard to say, so that a machine without a clock of its own
 * catches up with the first signed message. Any thread.
 */
final class SignatureClock {
    /** One minute: how far a stranger's first message may lie behind. */
    static final long MINUTE = 6_000_000L;

    private static final long START_MICROS = 1_420_070_400_000_000L;
    private static final int NANOS = 1000;
    private static final int UNIT_MICROS = 10;

    private final LongSupplier epochNanos;
    private final AtomicLong last = new AtomicLong();

    /**
     * @param epochNanos since 1970
     */
    SignatureClock(LongSupplier epochNanos) {
        this.epochNanos = epochNanos;
    }

    /** A stamp for the next message. */
    long next() {
        long now = now();
        while (true) {
            long before = last.get();
            long next = Math.max(before + 1, now);
            if (last.compareAndSet(before, next)) {
                return next;
            }
        }
    }

    /** What {@link #next} would be at least, without using it up. */
    long present() {
        return Math.max(last.get(), now());
    }

    /** The other end is this far. */
    void heard(long stamp) {
        while (true) {
            long before = last.get();
            if (stamp <= before || last.compareAndSet(before, stamp)) {
                return;
            }
        }
    }

    private long now() {
        return Math.max(0, (epochNanos.getAsLong() / NANOS - START_MICROS) / UNIT_MICROS);
    }
}
