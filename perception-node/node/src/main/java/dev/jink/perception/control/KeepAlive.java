package dev.jink.perception.control;

import dev.jink.perception.deadline.Watch;

/**
 * Tells a controller that somebody flies it, and only while that is true: PX4 holds the last
 * setpoint for as long as the sign of life comes, so a sign that came from a timer alone would fly
 * a dead command for ever. It is sent while the last good decision is young, by the guard's thread,
 * which does not wait for the path; without a good decision it stops, and the controller is left to
 * fail safe by itself.
 *
 * <p>{@link #good} belongs to the path's thread, {@link #poll} to the guard's.
 */
public final class KeepAlive implements Watch {
    /** Between two signs: PX4 wants two a second, so that two of five may be lost. */
    public static final long PERIOD_NANOS = 200_000_000L;

    private final long youngNanos;
    private final Sign sign;
    private volatile long goodNanos;
    private volatile boolean any;
    private volatile long sent;
    private long nextNanos;
    private boolean running;

    /**
     * @param youngNanos how long a good decision lasts
     * @param sign sends it
     */
    public KeepAlive(long youngNanos, Sign sign) {
        this.youngNanos = youngNanos;
        this.sign = sign;
    }

    /** A command that came from a trusted picture has gone out. */
    public void good(long nowNanos) {
        goodNanos = nowNanos;
        any = true;
    }

    /** Whether the last good decision is young enough to fly by. */
    public boolean isYoung(long nowNanos) {
        return any && nowNanos - goodNanos < youngNanos;
    }

    /** Signs sent so far. */
    public long sent() {
        return sent;
    }

    @Override
    public long poll(long nowNanos) {
        if (!isYoung(nowNanos)) {
            running = false;
            return PERIOD_NANOS;
        }
        if (!running) {
            running = true;
            nextNanos = nowNanos;
        }
        long wait = nextNanos - nowNanos;
        if (wait > 0) {
            return wait;
        }
        nextNanos = nowNanos + PERIOD_NANOS;
        sign.alive(nowNanos);
        count();
        return PERIOD_NANOS;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer, the guard's thread
    private void count() {
        sent = sent + 1;
    }

    /** Sends one sign of life. */
    @FunctionalInterface
    public interface Sign {
        /**
         * Called on the guard's thread; must neither block nor allocate.
         *
         * @param nowNanos on the path's clock
         */
        void alive(long nowNanos);
    }
}
