package dev.jink.perception.latency;

import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the time goes: arrival-to-command over all answered frames, and each stage of the path.
 * Recording is free of waiting and of allocation on any thread (the histograms' range is fixed);
 * the reader swaps intervals out and adds them up, and pays for it.
 */
public final class LatencyRecorder {
    private static final long HIGHEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final Recorder arrivalToCommand = new Recorder(HIGHEST_NANOS, DIGITS);
    private final Recorder[] stages = new Recorder[Stage.count()];
    private final Histogram allArrivalToCommand = new Histogram(HIGHEST_NANOS, DIGITS);
    private final Histogram[] allStages = new Histogram[Stage.count()];

    public LatencyRecorder() {
        for (int i = 0; i < stages.length; i++) {
            stages[i] = new Recorder(HIGHEST_NANOS, DIGITS);
            allStages[i] = new Histogram(HIGHEST_NANOS, DIGITS);
        }
    }

    /** A command, of the path or of the guard, left this long after its frame arrived. */
    public void answered(long nanos) {
        arrivalToCommand.recordValue(Math.clamp(nanos, 0, HIGHEST_NANOS));
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
        arrivalToCommand.reset();
        allArrivalToCommand.reset();
        for (int i = 0; i < stages.length; i++) {
            stages[i].reset();
            allStages[i].reset();
        }
    }

    /** The figures since the last reset. Any thread; allocates. */
    public synchronized LatencyFigures figures() {
        allArrivalToCommand.add(arrivalToCommand.getIntervalHistogram());
        List<LatencyFigures.StageFigures> list = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            int i = stage.ordinal();
            allStages[i].add(stages[i].getIntervalHistogram());
            list.add(new LatencyFigures.StageFigures(stage.key(), Percentiles.of(allStages[i])));
        }
        return new LatencyFigures(Percentiles.of(allArrivalToCommand), List.copyOf(list));
    }
}
