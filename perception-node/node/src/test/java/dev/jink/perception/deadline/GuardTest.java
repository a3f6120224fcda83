package dev.jink.perception.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

class GuardTest {
    private static final long MS = TestClock.MS;
    private final TestClock clock = new TestClock(1000 * MS);
    private final Deadline[] deadlines = {
        new Deadline(Budget.ofMillis(50, 10)), new Deadline(Budget.ofMillis(50, 10))
    };
    private final Heartbeat heartbeat = new Heartbeat(Budget.ofMillis(50, 10), 1000 * MS);
    private final OutcomeCounters counters = new OutcomeCounters();
    private final List<Long> latencies = new ArrayList<>();
    private final List<Long> brakes = new ArrayList<>();
    private Brake brake = brakes::add;
    private final DeadlineWatch watch =
            new DeadlineWatch(
                    deadlines,
                    new Ledger(counters, clock, latencies::add),
                    stamp -> brake.publish(stamp));

    @Test
    void shouldSleepUntilTheEarliestGuardTime() {
        assertEquals(Watch.NEVER, watch.poll(clock.nanos()));
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        deadlines[1].arm(2, 995 * MS, 0, 12);
        assertEquals(35 * MS, watch.poll(clock.nanos()));
        assertEquals(List.of(), brakes);
    }

    @Test
    void shouldBrakeForAFrameWithoutOutcomeAtItsGuardTime() {
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        clock.advanceMs(40);
        assertEquals(Watch.NEVER, watch.poll(clock.nanos()));
        assertEquals(List.of(11L), brakes);
        assertEquals(List.of(40 * MS), latencies);
        assertEquals(1, counters.of(Outcome.BRAKED));
        assertEquals(0, counters.missedDeadlines());
        watch.poll(clock.nanos());
        assertEquals(1, brakes.size());
    }

    @Test
    void shouldLeaveAnAnsweredFrameAlone() {
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        deadlines[0].settle(Outcome.ACTED);
        clock.advanceMs(100);
        watch.poll(clock.nanos());
        assertEquals(List.of(), brakes);
    }

    @Test
    void shouldCountAMissWhenTheBrakeItselfComesTooLate() {
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        clock.advanceMs(50.001);
        watch.poll(clock.nanos());
        assertEquals(1, counters.of(Outcome.BRAKED));
        assertEquals(1, counters.missedDeadlines());
    }

    @Test
    void shouldCountAMissAndGoOnWhenPublishingFails() {
        brake =
                stamp -> {
                    throw new IllegalStateException("no transport");
                };
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        clock.advanceMs(45);
        List<Throwable> faults = new ArrayList<>();
        Guard guard = new Guard(clock, heartbeat, faults::add, watch);
        Thread thread = Thread.ofPlatform().start(guard);
        while (faults.isEmpty()) {
            Thread.onSpinWait();
        }
        guard.stop();
        join(thread);
        assertEquals("no transport", faults.getFirst().getMessage());
        assertEquals(1, counters.of(Outcome.BRAKED));
        assertEquals(1, counters.missedDeadlines());
    }

    @Test
    void shouldLookAtTheOthersWhenOneWatchFailsForGood() {
        List<Throwable> faults = new ArrayList<>();
        Watch broken =
                now -> {
                    throw new IllegalStateException("no transport");
                };
        Guard guard = new Guard(clock, heartbeat, faults::add, broken, watch);
        deadlines[0].arm(1, 1000 * MS, 0, 11);
        clock.advanceMs(40);
        assertEquals(MS, guard.poll(clock.nanos()));
        assertEquals(List.of(11L), brakes);
        assertEquals(1, faults.size());
    }

    @Test
    void shouldWakeForAFrameThatIsArmedWhileItSleeps() throws InterruptedException {
        CountDownLatch braked = new CountDownLatch(1);
        NanoClock real = NanoClock.SYSTEM;
        DeadlineWatch realWatch =
                new DeadlineWatch(
                        deadlines,
                        new Ledger(counters, real, nanos -> {}),
                        stamp -> braked.countDown());
        Guard guard = new Guard(real, heartbeat, fault -> {}, realWatch);
        Thread thread = Thread.ofPlatform().start(guard);
        deadlines[0].arm(1, real.nanos(), 0, 11);
        guard.expect(deadlines[0].guardNanos());
        assertTrue(braked.await(30, TimeUnit.SECONDS));
        guard.stop();
        join(thread);
    }

    @Test
    void shouldLookAtLeastOncePerBudgetThoughNothingIsDue() {
        Guard guard = new Guard(clock, heartbeat, fault -> {}, watch);
        assertEquals(50 * MS, guard.poll(clock.nanos()));
        clock.advanceMs(50);
        assertEquals(50 * MS, heartbeat.ageNanos(clock.nanos()));
        guard.poll(clock.nanos());
        assertEquals(0, heartbeat.ageNanos(clock.nanos()));
    }

    @Test
    void shouldBeMissingAfterTwoBudgetsWithoutALook() {
        Guard guard = new Guard(clock, heartbeat, fault -> {}, watch);
        guard.poll(clock.nanos());
        clock.advanceMs(100);
        assertFalse(heartbeat.isMissing(clock.nanos()), "late, within bounds");
        clock.advanceMs(0.001);
        assertTrue(heartbeat.isMissing(clock.nanos()));
        guard.poll(clock.nanos());
        assertFalse(heartbeat.isMissing(clock.nanos()), "it has come back");
    }

    @Test
    void shouldBeMissingWhenItsThreadHasEnded() {
        Watch broken =
                now -> {
                    throw new IllegalStateException("no transport");
                };
        Guard guard =
                new Guard(
                        clock,
                        heartbeat,
                        fault -> {
                            throw new IllegalStateException("no log", fault);
                        },
                        broken);
        Thread thread = Thread.ofPlatform().unstarted(guard);
        thread.setUncaughtExceptionHandler((ended, why) -> {});
        thread.start();
        join(thread);
        assertFalse(thread.isAlive());
        clock.advanceMs(101);
        assertTrue(heartbeat.isMissing(clock.nanos()));
    }

    @Test
    void shouldBeMissingWhileAWatchHangs() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch free = new CountDownLatch(1);
        Watch hanging =
                now -> {
                    hangs.countDown();
                    awaitSurely(free);
                    return Watch.NEVER;
                };
        Guard guard = new Guard(clock, heartbeat, fault -> {}, hanging);
        Thread thread = Thread.ofPlatform().start(guard);
        assertTrue(hangs.await(30, TimeUnit.SECONDS));
        clock.advanceMs(101);
        assertTrue(heartbeat.isMissing(clock.nanos()));
        free.countDown();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (heartbeat.isMissing(clock.nanos()) && System.nanoTime() < until) {
            guard.wake();
        }
        assertFalse(heartbeat.isMissing(clock.nanos()), "it has come back");
        guard.stop();
        join(thread);
    }

    private static void awaitSurely(CountDownLatch latch) {
        try {
            assertTrue(latch.await(30, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(30_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
