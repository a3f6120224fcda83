package dev.jink.perception.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.deadline.Budget;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;

import org.junit.jupiter.api.Test;

class FrameSlotTest {
    private final OutcomeCounters counters = new OutcomeCounters();
    private final FrameSlot slot = new FrameSlot(1000, Budget.ofMillis(50, 10), counters);

    private Frame commit(long stamp) {
        Frame frame = slot.claim();
        frame.describe(10, 10, 10, Encoding.MONO8, stamp, 0, "camera");
        slot.commit(frame, 0);
        return frame;
    }

    @Test
    void shouldBeIdleWhenNoFrameWaitsOrIsWorkedOn() {
        assertTrue(slot.isIdle());
        Frame frame = slot.claim();
        assertFalse(slot.isIdle());
        slot.commit(frame, 0);
        assertFalse(slot.isIdle());
        Frame taken = slot.take(0);
        assertFalse(slot.isIdle());
        taken.deadline().settle(Outcome.BRAKED);
        assertFalse(slot.isIdle(), "braked for, and still in the path's hands");
        slot.release(taken);
        assertTrue(slot.isIdle());
    }

    @Test
    void shouldHandOverTheNewestFrameAndCountTheOthersAsSuperseded() {
        commit(1);
        commit(2);
        Frame newest = commit(3);
        assertSame(newest, slot.take(0));
        assertEquals(3, newest.stampNanos());
        assertEquals(3, newest.sequence());
        assertEquals(2, counters.of(Outcome.SUPERSEDED));
        assertNull(slot.take(0));
    }

    @Test
    void shouldNotCountAFrameThatTheGuardHasAnsweredAsSuperseded() {
        commit(1).deadline().settle(Outcome.BRAKED);
        commit(2);
        assertEquals(0, counters.of(Outcome.SUPERSEDED));
    }

    @Test
    void shouldNeverTouchTheFrameThatIsWorkedOn() {
        Frame working = commit(1);
        assertSame(working, slot.take(0));
        for (int i = 2; i < 10; i++) {
            assertNotSame(working, commit(i));
        }
        assertEquals(1, working.stampNanos());
        assertTrue(working.deadline().isOpen());
        working.deadline().settle(Outcome.ACTED);
        slot.release(working);
        assertEquals(9, slot.take(0).stampNanos());
    }

    @Test
    void shouldGiveTheSameFrameAgainAfterAnAbort() {
        Frame frame = slot.claim();
        assertSame(frame, slot.claim());
        slot.abort(frame);
        assertNull(slot.take(0));
        assertFalse(frame.deadline().isOpen());
    }

    @Test
    void shouldSayWhatIsWrongWhenFramesAreNeverReleased() {
        for (int i = 0; i < 3; i++) {
            commit(i);
            slot.take(0);
        }
        assertEquals(
                "no free frame: a second thread claims, or a taken frame was never released",
                assertThrows(IllegalStateException.class, slot::claim).getMessage());
    }

    @Test
    void shouldReturnEmptyHandedWhenNoFrameComesInTime() {
        assertNull(slot.take(1000));
    }

    @Test
    void shouldAlignPixelsToACacheLine() {
        for (int i = 0; i < 3; i++) {
            Frame frame = commit(i);
            assertEquals(0, frame.pixels().address() % 64);
            assertEquals(1000, frame.capacityBytes());
        }
    }

    @Test
    void shouldRefuseAFrameWithoutRoom() {
        assertEquals(
                "frame capacity: got 0 bytes, wanted more than 0",
                assertThrows(IllegalArgumentException.class, () -> Frame.allocate(0)).getMessage());
    }
}
