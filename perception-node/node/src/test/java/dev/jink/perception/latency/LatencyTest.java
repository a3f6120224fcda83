package dev.jink.perception.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;

import org.junit.jupiter.api.Test;

class LatencyTest {
    private static final long MS = TestClock.MS;

    @Test
    void shouldMeasureEachStageFromBorderToBorder() {
        TestClock clock = new TestClock(1000 * MS);
        StageClock stages = new StageClock(clock);
        LatencyRecorder recorder = new LatencyRecorder();
        clock.advanceMs(2);
        assertEquals(1002 * MS, stages.begin(1000 * MS));
        clock.advanceMs(3);
        assertEquals(1005 * MS, stages.end(Stage.RECTIFY));
        clock.advanceMs(4);
        stages.end(Stage.DETECT);
        recorder.stages(stages);
        recorder.answered(9 * MS);
        LatencyFigures figures = recorder.figures();
        assertEquals(2, figures.stages().get(0).ms().max(), 0.01);
        assertEquals(3, figures.stages().get(1).ms().max(), 0.01);
        assertEquals(4, figures.stages().get(2).ms().max(), 0.01);
        assertEquals(0, figures.stages().get(3).ms().count(), "a stage never reached");
        assertEquals("wait", figures.stages().getFirst().stage());
        assertEquals(9, figures.arrivalToCommandMs().p50(), 0.01);
    }

    @Test
    void shouldKeepAllTimesOverSeveralReadings() {
        LatencyRecorder recorder = new LatencyRecorder();
        for (int i = 1; i <= 1000; i++) {
            recorder.answered(i * MS / 100);
            if (i % 100 == 0) {
                recorder.figures();
            }
        }
        Percentiles all = recorder.figures().arrivalToCommandMs();
        assertEquals(1000, all.count());
        assertEquals(5, all.p50(), 0.02);
        assertEquals(9.9, all.p99(), 0.02);
        assertEquals(10, all.max(), 0.02);
        recorder.reset();
        assertEquals(0, recorder.figures().arrivalToCommandMs().count());
    }

    @Test
    void shouldTakeAbsurdTimesWithoutFailing() {
        LatencyRecorder recorder = new LatencyRecorder();
        recorder.answered(-5);
        recorder.answered(Long.MAX_VALUE);
        assertEquals(2, recorder.figures().arrivalToCommandMs().count());
    }

    @Test
    void shouldSettleWhenTimesNoLongerFall() {
        Settling settling = new Settling(200);
        double time = 100 * MS;
        for (int i = 0; i < 1000; i++) {
            settling.add((long) time);
            time *= 0.99;
            assertFalse(settling.isSettled(), "still falling at " + i);
        }
        for (int i = 0; i < 250; i++) {
            settling.add((long) time);
        }
        assertTrue(settling.isSettled());
        assertEquals((long) time, settling.lastMedianNanos());
    }

    @Test
    void shouldNotBeKeptFromSettlingByFramesThatWerePreempted() {
        Settling settling = new Settling(200);
        for (int i = 0; i < 400; i++) {
            settling.add(i % 10 == 0 ? 80 * MS : 2 * MS);
        }
        assertTrue(settling.isSettled());
    }

    @Test
    void shouldNotSettleBeforeTheLeastNumberOfFrames() {
        Settling settling = new Settling(1000);
        for (int i = 0; i < 999; i++) {
            settling.add(MS);
        }
        assertFalse(settling.isSettled());
    }

    @Test
    void shouldMeasureAllocationAndNotItself() {
        AllocationMeter meter = new AllocationMeter();
        for (int i = 0; i < 20_000; i++) {
            meter.begin();
            meter.end();
        }
        assertEquals(0, meter.totalBytes());
        meter.begin();
        byte[] bytes = new byte[10_000];
        meter.end();
        assertTrue(meter.totalBytes() >= bytes.length);
        assertEquals(meter.totalBytes(), meter.worstBytes());
        assertEquals(20_001, meter.frames());
        meter.reset();
        assertEquals(0, meter.bytesPerFrame());
    }
}
