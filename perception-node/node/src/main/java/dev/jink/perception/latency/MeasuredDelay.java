package dev.jink.perception.latency;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * From the light to the answer: how old a picture's header stamp is when its command and its
 * distances leave. PX4's Collision Prevention wants the delay of its distance sensor in {@code
 * CP_DELAY}; this is that, measured. One thread notes, any reads; noting allocates nothing.
 */
public final class MeasuredDelay {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Recorder recorder = new Recorder(HIGHEST_NANOS, DIGITS);
    private final Histogram all = new Histogram(HIGHEST_NANOS, DIGITS);

    /** An answer left this long after the stamp of its picture. */
    public void note(long nanos) {
        recorder.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
    }

    /** Forgets all: warm-up is over. */
    public synchronized void reset() {
        recorder.reset();
        all.reset();
    }

    /** The figures since the last reset; allocates. */
    public synchronized Percentiles figures() {
        all.add(recorder.getIntervalHistogram());
        return Percentiles.of(all);
    }
}
