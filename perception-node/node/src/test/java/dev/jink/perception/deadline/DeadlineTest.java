package dev.jink.perception.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeadlineTest {
    private static final long MS = 1_000_000;
    private final Deadline deadline = new Deadline(Budget.ofMillis(50, 10));

    @Test
    void shouldCountTheBudgetFromArrivalWhenTheStampIsFresh() {
        deadline.arm(1, 1000 * MS, 0, 7);
        assertEquals(1050 * MS, deadline.dueNanos());
        assertEquals(1040 * MS, deadline.guardNanos());
        assertEquals(7, deadline.stampNanos());
        assertFalse(deadline.hasPassed(1040 * MS - 1));
        assertTrue(deadline.hasPassed(1040 * MS));
        assertFalse(deadline.isMissed(1050 * MS));
        assertTrue(deadline.isMissed(1050 * MS + 1));
    }

    @Test
    void shouldCountTheBudgetFromTheStampWhenTheFrameCameLate() {
        deadline.arm(1, 1000 * MS, 20 * MS, 7);
        assertEquals(1030 * MS, deadline.dueNanos());
    }

    @Test
    void shouldCountFromTheArrivalAloneWhenStampsAreOfASimulatedTime() {
        Deadline simulated = new Deadline(Budget.ofMillis(50, 10).fromArrivalAlone());
        simulated.arm(1, 1000 * MS, 20 * MS, 7);
        assertEquals(1050 * MS, simulated.dueNanos());
        assertEquals(1040 * MS, simulated.guardNanos());
    }

    @Test
    void shouldNotGainTimeFromAStampAheadOfUs() {
        deadline.arm(1, 1000 * MS, -3 * MS, 7);
        assertEquals(1050 * MS, deadline.dueNanos());
    }

    @Test
    void shouldLetOnlyTheFirstOutcomeCount() {
        deadline.arm(1, 0, 0, 0);
        assertTrue(deadline.isOpen());
        assertTrue(deadline.settle(Outcome.BRAKED));
        assertFalse(deadline.settle(Outcome.ACTED));
        assertFalse(deadline.isOpen());
    }

    @Test
    void shouldNotSettleTheNextFrameByALookAtTheLast() {
        deadline.arm(1, 0, 0, 0);
        long seen = deadline.look();
        deadline.settle(Outcome.ACTED);
        deadline.arm(2, 0, 0, 0);
        assertFalse(deadline.settle(seen, Outcome.BRAKED));
        assertTrue(deadline.isOpen());
        assertEquals(2, deadline.number());
    }

    @Test
    void shouldWorkAcrossTheWrapOfTheClock() {
        deadline.arm(1, Long.MAX_VALUE - 10 * MS, 0, 0);
        assertFalse(deadline.hasPassed(Long.MAX_VALUE));
        assertTrue(deadline.hasPassed(Long.MIN_VALUE + 35 * MS));
    }

    @Test
    void shouldRefuseAMarginThatLeavesNoBudget() {
        assertEquals(
                "guard margin: got 50000000 ns, wanted more than 0 and less than the budget of"
                        + " 50000000 ns",
                assertThrows(IllegalArgumentException.class, () -> Budget.ofMillis(50, 50))
                        .getMessage());
        assertEquals(
                "budget: got 0 ns, wanted more than 0",
                assertThrows(IllegalArgumentException.class, () -> Budget.ofMillis(0, 1))
                        .getMessage());
    }
}
