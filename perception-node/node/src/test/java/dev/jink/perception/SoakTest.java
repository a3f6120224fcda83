package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Motion;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.sight.Detector;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * Very many frames, as fast as they go, on virtual time at 30 Hz, with every seventh refused, every
 * ninth superseded and every eleventh braked for: a slice here, and with {@code
 * -Djink.soak.frames=1000000} nine hours of flight. Through the real network's layers on a smaller
 * picture.
 */
class SoakTest {
    private static final long FRAMES = Long.getLong("jink.soak.frames", 20_000);
    private static final long MOST_GROWTH_KB = 16 * 1024;
    private static final double PERIOD_MS = 33.3;

    private final TestClock clock = new TestClock(1_000_000 * TestClock.MS);
    private final SplittableRandom dice = new SplittableRandom(2);
    private long faults;
    private long commands;

    @Test
    void shouldKeepMemoryFlatAndGiveEveryFrameItsOutcome() throws IOException {
        long settledKb = 0;
        long settledHeap = 0;
        try (Detector whole = TestModel.detector();
                Perception perception = perception(Miniature.of(whole))) {
            Motion motion = new Motion();
            for (long n = 1; n <= FRAMES; n++) {
                clock.advanceMs(PERIOD_MS);
                motion.z = 2;
                motion.stampNanos = clock.nanos();
                perception.flight().moved(motion);
                perception.flight().want(1, 0, 0, 0, clock.nanos());
                show(perception, n);
                if (n == FRAMES / 4) {
                    settledHeap = heap();
                    settledKb = residentKb();
                }
            }
            OutcomeCounters.Figures figures = perception.counters().figures();
            assertEquals(FRAMES + FRAMES / 9, figures.frames(), figures::toString);
            assertEquals(0, figures.open(), figures::toString);
            assertEquals(0, figures.missedDeadlines(), figures::toString);
            assertEquals(0, faults);
            assertTrue(figures.acted() > FRAMES / 2 && figures.braked() > FRAMES / 20);
            assertTrue(commands >= figures.acted() + figures.braked(), figures::toString);
            long heapGrowth = heap() - settledHeap;
            long growthKb = residentKb() - settledKb;
            System.out.printf(
                    "soak: %s; since the first quarter heap %+d KB, resident %+d KB%n",
                    figures, heapGrowth / 1024, growthKb);
            assertTrue(heapGrowth < 1 << 20, "heap grew by " + heapGrowth);
            assertTrue(growthKb < MOST_GROWTH_KB, "resident memory grew by " + growthKb + " KB");
        }
    }

    private void show(Perception perception, long n) {
        if (n % 9 == 0) {
            commit(perception, n * 10 - 1);
        }
        Frame frame = commit(perception, n * 10);
        if (n % 11 == 0) {
            clock.advanceMs(41);
        }
        perception.step();
        assertTrue(frame != null || n % 7 == 0);
    }

    private Frame commit(Perception perception, long stamp) {
        Flights.describe(perception.door(), stamp);
        if (stamp % 70 == 0) {
            perception.door().header().encoding = "none";
        }
        Frame frame = perception.door().admit(clock.nanos(), stamp);
        if (frame != null) {
            Flights.paint(frame, dice);
            perception.door().commit(frame);
        }
        return frame;
    }

    private Perception perception(Detector small) {
        return Flights.active(
                small, Links.of(command -> commands++, command -> {}), clock, fault -> faults++);
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static long residentKb() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        throw new IOException("no VmRSS");
    }
}
