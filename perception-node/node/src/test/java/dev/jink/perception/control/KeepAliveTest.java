package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;
import dev.jink.perception.deadline.Budget;
import dev.jink.perception.deadline.Guard;
import dev.jink.perception.deadline.Heartbeat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class KeepAliveTest {
    private static final long MS = TestClock.MS;
    // Near the overflow of the counter, as a monotonic clock may begin anywhere.
    private final TestClock clock = new TestClock(Long.MAX_VALUE - 700 * MS);
    private final List<Long> signs = new ArrayList<>();
    private final KeepAlive keepAlive = new KeepAlive(500 * MS, signs::add);
    private final Guard guard =
            new Guard(
                    clock,
                    new Heartbeat(Budget.ofMillis(50, 10), clock.nanos()),
                    fault -> {},
                    keepAlive);

    /** Lets the guard live for a while: it looks when it must, and each 10 ms for other reasons. */
    private int signsWithin(int ms, boolean deciding) {
        int before = signs.size();
        for (int i = 0; i < ms / 10; i++) {
            if (deciding) {
                keepAlive.good(clock.nanos());
            }
            long next = guard.poll(clock.nanos());
            assertTrue(next > 0 && next <= 200 * MS, "next look in " + next);
            clock.advanceMs(10);
        }
        return signs.size() - before;
    }

    @Test
    void shouldBeSilentBeforeTheFirstGoodDecision() {
        assertEquals(0, signsWithin(3000, false));
        assertFalse(keepAlive.isYoung(clock.nanos()));
    }

    @Test
    void shouldSignFiveTimesASecondWhileDecisionsAreGood() {
        assertEquals(50, signsWithin(10_000, true));
        for (int i = 1; i < signs.size(); i++) {
            long gap = signs.get(i) - signs.get(i - 1);
            assertTrue(gap <= 500 * MS, "PX4 wants two a second, the gap was " + gap);
        }
        assertEquals(50, keepAlive.sent());
    }

    @Test
    void shouldFallSilentHalfASecondAfterTheLastGoodDecisionAndStaySo() {
        signsWithin(1000, true);
        long last = clock.nanos() - 10 * MS;
        assertTrue(signsWithin(600, false) >= 2);
        assertTrue(
                signs.getLast() - last < 500 * MS, "the last sign came after the decision's end");
        assertEquals(0, signsWithin(60_000, false));
    }

    @Test
    void shouldBeginAgainAtOnceWithTheNextGoodDecision() {
        signsWithin(1000, true);
        signsWithin(5000, false);
        keepAlive.good(clock.nanos());
        guard.poll(clock.nanos());
        assertEquals(clock.nanos(), signs.getLast());
    }

    @Test
    void shouldNotOutliveAGuardThatWasStoppedForAWhile() {
        signsWithin(1000, true);
        int before = signs.size();
        clock.advanceMs(5000); // SIGSTOP: no thread ran, no decision was made.
        guard.poll(clock.nanos());
        assertEquals(before, signs.size());
    }
}
