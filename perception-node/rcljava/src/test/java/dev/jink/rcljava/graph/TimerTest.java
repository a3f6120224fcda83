package dev.jink.rcljava.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.TestDomain;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.timer.WallTimer;

import java.util.concurrent.TimeUnit;

@Timeout(60)
class TimerTest {
    private Node node;

    @BeforeEach
    void join() {
        TestDomain.use();
        RCLJava.rclJavaInit();
        node = RCLJava.createNode("clockwork");
    }

    @AfterEach
    void leave() {
        RCLJava.shutdown();
    }

    @Test
    void shouldNotDrift() throws InterruptedException {
        int[] calls = {0};
        long start = System.nanoTime();
        WallTimer timer =
                node.createWallTimer(
                        10,
                        TimeUnit.MILLISECONDS,
                        () -> {
                            calls[0]++;
                            // Each call is slow; the next due times must not move with it.
                            busy(2);
                        });
        long[] lateness = new long[100];
        for (int i = 0; i < lateness.length; i++) {
            RCLJava.spinOnce(node);
            long since = System.nanoTime() - start;
            lateness[i] = since % 10_000_000;
        }
        long elapsedMs = (System.nanoTime() - start) / 1_000_000;
        assertEquals(100, calls[0]);
        // Without a fixed phase a hundred calls of 2 ms would add 200 ms. Late calls of a busy
        // machine may skip whole periods, never shift the phase.
        assertTrue(elapsedMs >= 1000 && elapsedMs < 1100 || elapsedMs % 10 < 9, "ms " + elapsedMs);
        assertTrue(timer.timeUntilNextCall() <= 10_000_000);
    }

    @Test
    void shouldLeaveOutMissedPeriodsAndKeepItsPhase() throws InterruptedException {
        int[] calls = {0};
        WallTimer timer = node.createWallTimer(20, TimeUnit.MILLISECONDS, () -> calls[0]++);
        long due = System.nanoTime() + timer.timeUntilNextCall();
        Thread.sleep(90);
        RCLJava.spinSome(node);
        assertEquals(1, calls[0]);
        long next = System.nanoTime() + timer.timeUntilNextCall();
        long offPhase = (next - due) % 20_000_000;
        assertTrue(Math.min(offPhase, 20_000_000 - offPhase) < 1_000_000, "off phase " + offPhase);
    }

    @Test
    void shouldStopAndStartAgain() throws InterruptedException {
        int[] calls = {0};
        WallTimer timer = node.createWallTimer(5, TimeUnit.MILLISECONDS, () -> calls[0]++);
        timer.cancel();
        Thread.sleep(15);
        RCLJava.spinSome(node);
        assertEquals(0, calls[0]);
        assertTrue(timer.isCanceled());
        timer.reset();
        RCLJava.spinOnce(node);
        assertEquals(1, calls[0]);
        timer.dispose();
        assertFalse(node.getTimers().contains(timer));
    }

    @Test
    void shouldRefuseAPeriodOfZero() {
        assertEquals(
                "timer period: got 0 ns, wanted more than 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> node.createWallTimer(0, TimeUnit.SECONDS, () -> {}))
                        .getMessage());
    }

    private static void busy(int millis) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < TimeUnit.MILLISECONDS.toNanos(millis)) {
            Thread.onSpinWait();
        }
    }
}
