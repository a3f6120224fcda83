package dev.jink.perception.latency;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Where the time goes: arrival-to-command over all answered frames, and each stage of the path.
 * Recording is free of waiting and of allocation on any thread (the histograms' range is fixed);
 * the reader swaps intervals out and adds them up, and pays for it.
 */
public final class LatencyRecorder {
    /** Tag of arrival to command. */
    public static final String TOTAL = "arrivalToCommand";

    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final long NONE = -1;

    private final Recorder arrivalToCommand = new Recorder(HIGHEST_NANOS, DIGITS);
    private final Recorder[] stages = new Recorder[Stage.count()];
    private final Histogram allArrivalToCommand = new Histogram(HIGHEST_NANOS, DIGITS);
    private final Histogram[] allStages = new Histogram[Stage.count()];
    private final Histogram[] stageIntervals = new Histogram[Stage.count()];
    private Histogram interval;
    private long worstNanos;
    private final AtomicLong firstNanos = new AtomicLong(NONE);

    public LatencyRecorder() {
        for (int i = 0; i < stages.length; i++) {
            stages[i] = new Recorder(HIGHEST_NANOS, DIGITS);
            allStages[i] = new Histogram(HIGHEST_NANOS, DIGITS);
        }
    }

    /** A command, of the path or of the guard, left this long after its frame arrived. */
    public void answered(long nanos) {
        long within = Math.clamp(nanos, 0, HIGHEST_NANOS);
        arrivalToCommand.recordValue(within);
        if (firstNanos.get() == NONE) {
            firstNanos.compareAndSet(NONE, within);
        }
    }

    /** The stages that a frame has passed. Path's thread only. */
    public void stages(StageClock clock) {
        for (int i = 0; i < stages.length; i++) {
            if (clock.passed(i)) {
                stages[i].recordValue(Math.clamp(clock.nanos(i), 0, HIGHEST_NANOS));
            }
        }
    }

    /** Forgets all: warm-up is over. */
    public synchronized void reset() {
        firstNanos.set(NONE);
        arrivalToCommand.reset();
        allArrivalToCommand.reset();
        worstNanos = 0;
        for (int i = 0; i < stages.length; i++) {
            stages[i].reset();
            allStages[i].reset();
        }
    }

    /** The figures since the last reset. Any thread; allocates. */
    public synchronized LatencyFigures figures() {
        gather();
        List<LatencyFigures.StageFigures> list = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            Percentiles ms = Percentiles.of(allStages[stage.ordinal()]);
            list.add(new LatencyFigures.StageFigures(stage.key(), ms));
        }
        return new LatencyFigures(
                Percentiles.of(allArrivalToCommand),
                Math.max(0, firstNanos.get()) / 1e6,
                List.copyOf(list));
    }

    /** The whole distributions, tagged by {@link #TOTAL} and the stages' names; copies. */
    public synchronized Map<String, Histogram> histograms() {
        gather();
        Map<String, Histogram> all = new LinkedHashMap<>();
        all.put(TOTAL, allArrivalToCommand.copy());
        for (Stage stage : Stage.values()) {
            all.put(stage.key(), allStages[stage.ordinal()].copy());
        }
        return all;
    }

    /**
     * The longest arrival to command since the last call, nanoseconds; 0 when there was none. For
     * one watcher.
     */
    public synchronized long worstNanosSinceAsked() {
        gatherTotal();
        long worst = worstNanos;
        worstNanos = 0;
        return worst;
    }

    private void gatherTotal() {
        interval = arrivalToCommand.getIntervalHistogram(interval);
        if (interval.getTotalCount() > 0) {
            allArrivalToCommand.add(interval);
            worstNanos = Math.max(worstNanos, interval.getMaxValue());
        }
    }

    private void gather() {
        // The intervals are used again and again: the diagnostics come here every second.
        gatherTotal();
        for (int i = 0; i < stages.length; i++) {
            stageIntervals[i] = stages[i].getIntervalHistogram(stageIntervals[i]);
            allStages[i].add(stageIntervals[i]);
        }
    }
}
