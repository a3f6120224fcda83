package dev.jink.perception.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.deadline.Budget;
import dev.jink.perception.deadline.DeadlineWatch;
import dev.jink.perception.deadline.Ledger;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Producer, path and guard race over a quarter of a million frames: each frame is published for at
 * most once, and gets exactly one outcome.
 */
class HandOverStressTest {
    private static final int FRAMES = 250_000;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;

    // A budget of a few microseconds, so that path and guard meet over almost every frame.
    private final Budget budget = new Budget(6_000, 3_000);
    private final OutcomeCounters counters = new OutcomeCounters();
    private final FrameSlot slot = new FrameSlot(64, budget, counters);
    private final AtomicIntegerArray published = new AtomicIntegerArray(FRAMES + 1);
    private final AtomicLong torn = new AtomicLong();
    private final AtomicLong backwards = new AtomicLong();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Ledger ledger = new Ledger(counters, CLOCK, nanos -> {});

    @Test
    void shouldGiveEveryFrameExactlyOneOutcome() throws InterruptedException {
        DeadlineWatch watch =
                new DeadlineWatch(
                        slot.deadlines(), ledger, stamp -> published.incrementAndGet((int) stamp));
        Thread guard = Thread.ofPlatform().start(() -> poll(watch));
        Thread path = Thread.ofPlatform().start(this::work);
        produce();
        over.set(true);
        path.join();
        guard.join();
        watch.poll(CLOCK.nanos() + budget.totalNanos());

        OutcomeCounters.Figures figures = counters.figures();
        assertEquals(FRAMES, figures.frames(), figures::toString);
        assertEquals(0, figures.open(), figures::toString);
        assertEquals(0, torn.get(), "frames whose pixels were not those of their stamp");
        assertEquals(0, backwards.get(), "frames older than one taken before");
        long answered = 0;
        for (int i = 1; i <= FRAMES; i++) {
            assertTrue(published.get(i) <= 1, "frame " + i + " published twice");
            answered += published.get(i);
        }
        assertEquals(figures.acted() + figures.braked(), answered);
        assertTrue(figures.acted() > 0 && figures.braked() > 0, figures::toString);
    }

    private void produce() {
        for (int n = 1; n <= FRAMES; n++) {
            counters.arrived();
            Frame frame = slot.claim();
            if (n % 1000 == 0) {
                slot.abort(frame);
                frame = slot.claim();
            }
            frame.describe(8, 1, 8, Encoding.MONO8, n, CLOCK.nanos(), "camera");
            frame.pixels().setAtIndex(java.lang.foreign.ValueLayout.JAVA_LONG, 0, n);
            slot.commit(frame, 0);
            long until = CLOCK.nanos() + n % 7 * 500L;
            while (CLOCK.nanos() < until) {
                Thread.onSpinWait();
            }
        }
    }

    private void work() {
        long last = 0;
        boolean more = true;
        while (more) {
            more = !over.get();
            Frame frame = slot.take(100_000);
            if (frame == null) {
                continue;
            }
            more = true;
            long pixel = frame.pixels().getAtIndex(java.lang.foreign.ValueLayout.JAVA_LONG, 0);
            torn.addAndGet(pixel == frame.stampNanos() ? 0 : 1);
            backwards.addAndGet(frame.sequence() > last ? 0 : 1);
            last = frame.sequence();
            if (frame.deadline().settle(Outcome.ACTED)) {
                published.incrementAndGet((int) frame.stampNanos());
                ledger.published(Outcome.ACTED, frame.arrivalNanos(), Long.MAX_VALUE);
            }
            slot.release(frame);
        }
    }

    private void poll(DeadlineWatch watch) {
        while (!over.get()) {
            watch.poll(CLOCK.nanos());
            Thread.onSpinWait();
        }
    }
}
