package dev.jink.rcljava.graph;

import org.ros2.rcljava.concurrent.Callback;
import org.ros2.rcljava.timer.WallTimer;

/** A timer that keeps its phase: due times are start + n * period, never lastCall + period. */
final class EmbeddedTimer implements WallTimer, Work {
    private final EmbeddedNode node;
    private final Callback callback;
    private long periodNanos;
    private long lastCallNanos;
    private long dueNanos;
    private boolean canceled;
    private boolean disposed;

    EmbeddedTimer(EmbeddedNode node, long periodNanos, Callback callback) {
        this.node = node;
        this.callback = callback;
        setTimerPeriodNS(periodNanos);
    }

    @Override
    public boolean runOne() {
        synchronized (this) {
            if (!isReady()) {
                return false;
            }
            callTimer();
        }
        callback.call();
        return true;
    }

    @Override
    public synchronized long nanosUntilReady() {
        return timeUntilNextCall();
    }

    @Override
    public synchronized void callTimer() {
        long now = System.nanoTime();
        lastCallNanos = now;
        dueNanos += periodNanos;
        if (dueNanos - now <= 0) {
            // Whole periods were missed: leave them out, keep the phase.
            dueNanos += periodNanos * (1 + (now - dueNanos) / periodNanos);
        }
    }

    @Override
    public void executeCallback() {
        callback.call();
    }

    @Override
    public synchronized boolean isReady() {
        return !canceled && !disposed && dueNanos - System.nanoTime() <= 0;
    }

    @Override
    public synchronized long getTimerPeriodNS() {
        return periodNanos;
    }

    @Override
    public final synchronized void setTimerPeriodNS(long period) {
        if (period <= 0) {
            throw new IllegalArgumentException(
                    "timer period: got %d ns, wanted more than 0".formatted(period));
        }
        periodNanos = period;
        reset();
    }

    @Override
    public synchronized boolean isCanceled() {
        return canceled;
    }

    @Override
    public synchronized void cancel() {
        canceled = true;
    }

    @Override
    public final synchronized void reset() {
        canceled = false;
        lastCallNanos = System.nanoTime();
        dueNanos = lastCallNanos + periodNanos;
        node.wake();
    }

    @Override
    public synchronized long timeSinceLastCall() {
        return System.nanoTime() - lastCallNanos;
    }

    @Override
    public synchronized long timeUntilNextCall() {
        return canceled || disposed ? Long.MAX_VALUE : dueNanos - System.nanoTime();
    }

    @Override
    public void dispose() {
        synchronized (this) {
            if (disposed) {
                return;
            }
            disposed = true;
        }
        node.forget(this);
    }

    @Override
    public synchronized long getHandle() {
        return disposed ? 0 : System.identityHashCode(this);
    }
}
