package dev.jink.perception.deadline;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * The second thread. It sleeps until the earliest thing any of its watches waits for, looks, and
 * sleeps again; it never waits for the path. {@link #poll} is the whole policy and runs on virtual
 * time in tests, {@link #run} is only the loop around it.
 */
public final class Guard implements Runnable {
    private static final long RETRY_NANOS = 1_000_000L;

    private final Watch[] watches;
    private final NanoClock clock;
    private final Heartbeat heartbeat;
    private final Consumer<Throwable> faultReport;
    private volatile Thread thread;
    private volatile boolean stopped;
    private volatile long wakeAtNanos;
    private volatile boolean asleep;

    /**
     * @param heartbeat beats with every look
     * @param faultReport told of exceptions of a watch; the guard and its other watches go on
     */
    public Guard(
            NanoClock clock,
            Heartbeat heartbeat,
            Consumer<Throwable> faultReport,
            Watch... watches) {
        this.clock = clock;
        this.heartbeat = heartbeat;
        this.faultReport = faultReport;
        this.watches = watches.clone();
    }

    /**
     * Lets every watch do what is due.
     *
     * @return nanoseconds until the next thing is due, the next beat at the latest
     */
    public long poll(long nowNanos) {
        long next = heartbeat.intervalNanos();
        for (Watch watch : watches) {
            next = Math.min(next, pollSurely(watch, nowNanos));
        }
        heartbeat.beat(nowNanos);
        return next;
    }

    /** Polls and sleeps until {@link #stop}. */
    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopped) {
            // Asleep is declared before the last look: whoever arms a frame after that look sees it
            // and wakes us, so no deadline is slept through.
            wakeAtNanos = Long.MAX_VALUE;
            asleep = true;
            long now = clock.nanos();
            long next = poll(now);
            if (next > 0) {
                wakeAtNanos = now + next;
                LockSupport.parkNanos(this, next);
            }
            asleep = false;
        }
    }

    private long pollSurely(Watch watch, long nowNanos) {
        try {
            return watch.poll(nowNanos);
        } catch (RuntimeException | Error fault) {
            faultReport.accept(fault);
            return RETRY_NANOS;
        }
    }

    /** Something is due at {@code atNanos}: cuts the sleep short when it would last longer. */
    public void expect(long atNanos) {
        if (asleep && (wakeAtNanos == Long.MAX_VALUE || atNanos - wakeAtNanos < 0)) {
            LockSupport.unpark(thread);
        }
    }

    /** Makes every watch look now. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /** Ends the loop; any thread may call it. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
    }
}
