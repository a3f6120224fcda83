package dev.jink.perception;

import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.FrameSlot;
import dev.jink.perception.health.SilenceWatch;
import dev.jink.perception.latency.AllocationMeter;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The path's thread: takes the newest frame, lets the {@link Pipeline} answer it, gives it back. A
 * fault in the path costs the frame it happened on, which is braked for, and is reported; the loop
 * goes on.
 */
final class PathLoop implements Runnable {
    private static final long WAIT_NANOS = 100_000_000L;

    private final FrameSlot slot;
    private final Pipeline pipeline;
    private final SilenceWatch silence;
    private final SilenceWatch stall;
    private final AllocationMeter meter;
    private final Consumer<Throwable> faultReport;
    private final AtomicLong faults = new AtomicLong();
    private volatile boolean stopped;

    PathLoop(
            FrameSlot slot,
            Pipeline pipeline,
            SilenceWatch silence,
            SilenceWatch stall,
            AllocationMeter meter,
            Consumer<Throwable> faultReport) {
        this.slot = slot;
        this.pipeline = pipeline;
        this.silence = silence;
        this.stall = stall;
        this.meter = meter;
        this.faultReport = faultReport;
    }

    @Override
    public void run() {
        while (!stopped) {
            step(WAIT_NANOS);
        }
    }

    /** Waits for one frame and answers it. Returns whether there was one. */
    boolean step(long waitNanos) {
        Frame frame = slot.take(waitNanos);
        if (frame == null) {
            standIn();
            return false;
        }
        meter.begin();
        try {
            // The guard may have answered a frame that waited too long.
            if (frame.deadline().isOpen()) {
                pipeline.run(frame);
            }
        } catch (RuntimeException | Error fault) {
            pipeline.giveUp(frame);
            faults.incrementAndGet();
            faultReport.accept(fault);
        } finally {
            meter.end();
            slot.release(frame);
            stall.rest();
        }
        return true;
    }

    // Before the first frame nothing is commanded, as by the guard.
    private void standIn() {
        if (!silence.isWaiting()) {
            return;
        }
        try {
            pipeline.standIn();
        } catch (RuntimeException | Error fault) {
            faults.incrementAndGet();
            faultReport.accept(fault);
        }
    }

    long faults() {
        return faults.get();
    }

    void stop() {
        stopped = true;
    }
}
