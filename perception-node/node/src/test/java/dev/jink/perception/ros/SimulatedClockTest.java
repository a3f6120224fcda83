package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** The time of /clock, on virtual real time. */
class SimulatedClockTest {
    private static final long MS = 1_000_000L;
    private static final long SECOND = 1000 * MS;

    private final List<String> lines = new ArrayList<>();
    private long now = -5 * SECOND; // a monotonic clock may start anywhere
    private int jumps;
    private final SimulatedClock clock = new SimulatedClock(() -> now, lines::add, () -> jumps++);

    private void tick(long realNanos, long simulatedNanos) {
        now += realNanos;
        clock.tick(simulatedNanos);
    }

    private long time() {
        return clock.nanosAt(now);
    }

    @Test
    void shouldBeZeroBeforeTheFirstTick() {
        assertEquals(0, time());
        assertEquals("/clock, not heard yet", clock.words());
    }

    @Test
    void shouldGoOnBetweenTicksByOneTickAtMost() {
        tick(0, 100 * SECOND);
        now += 7 * MS;
        assertEquals(100 * SECOND, time()); // how long a tick is, is not known yet
        tick(0, 100 * SECOND + 10 * MS);
        assertEquals(100 * SECOND + 10 * MS, time());
        now += 4 * MS;
        assertEquals(100 * SECOND + 14 * MS, time());
        now += 60 * SECOND;
        assertEquals(100 * SECOND + 20 * MS, time());
        assertEquals("/clock, at 100.010 s", clock.words());
        assertEquals(0, jumps);
    }

    @Test
    void shouldTakeASlowAPausedAndAFastSimulatorForWhatTheyAre() {
        tick(0, SECOND);
        for (int i = 1; i <= 1000; i++) {
            tick(20 * MS, SECOND + i * 5 * MS); // a quarter of real time
        }
        now += 3600 * SECOND; // paused
        tick(0, 6 * SECOND);
        for (int i = 1; i <= 1000; i++) {
            tick(MS, 6 * SECOND + i * 10 * MS); // ten times real time
        }
        assertEquals(16 * SECOND, time());
        assertEquals(0, jumps);
        assertEquals(List.of(), lines);
    }

    @Test
    void shouldForgetTheWorldWhenTheTimeJumpsEitherWay() {
        tick(0, 100 * SECOND);
        tick(10 * MS, 100 * SECOND + 10 * MS);
        tick(10 * MS, 20 * SECOND);
        assertEquals(1, jumps);
        assertEquals(20 * SECOND, time());
        tick(2 * SECOND, 24 * SECOND);
        assertEquals(2, jumps);
        assertEquals(24 * SECOND, time());
        assertEquals(
                List.of(
                        "clock: /clock jumped back by 80.010 s: what was seen, flown and wanted"
                                + " before is forgotten; two sources of /clock, or a recording that"
                                + " starts again?",
                        "clock: /clock jumped ahead by 4.000 s: what was seen, flown and wanted"
                                + " before is forgotten; two sources of /clock, or a recording that"
                                + " starts again?"),
                lines);
    }

    @Test
    void shouldSayOneLineASecondAtMostWhenTwoSourcesFightOverTheTime() {
        for (int i = 0; i < 500; i++) {
            tick(5 * MS, (i % 2 == 0 ? 10 : 1000) * SECOND + i * 5 * MS);
        }
        assertEquals(499, jumps);
        assertTrue(lines.size() <= 3, lines::toString);
    }

    @Test
    void shouldSayOnceThatNoTimeComes() {
        clock.look();
        now += 4 * SECOND;
        clock.look();
        clock.look();
        assertEquals(1, lines.size());
        assertTrue(
                lines.getFirst().startsWith("clock: got nothing on /clock for 4 s, wanted the"),
                lines.getFirst());
        tick(0, SECOND);
        now += 4 * SECOND;
        clock.look();
        assertEquals(2, lines.size());
    }
}
