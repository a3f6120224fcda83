package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;

final class RoundsTest {
    private long nowNanos;

    @Test
    void shouldTakeTheMedianOfEachSide() {
        long[] slow = {0};
        Runnable steady = () -> nowNanos += 30_000_000;
        // Every third call is ten times as long, as if something else had run.
        Runnable disturbed = () -> nowNanos += slow[0]++ % 3 == 0 ? 400_000_000 : 40_000_000;
        double[] ms = new Rounds(() -> nowNanos, 9).medianMs(steady, disturbed);
        assertArrayEquals(new double[] {30, 40}, ms);
    }

    /**
     * 1 + 2 + 4 + 8 + 16 to find 32, then 32 at a time: 150 ms of warm-up for each round to come, or
     * 1500 ms for few of them.
     */
    @ParameterizedTest
    @CsvSource({"11, 51", "1, 46"})
    void shouldWarmUpAndFillARoundWithManyCallsOfSomethingShort(int rounds, int warmUps) {
        int[] calls = {0};
        Runnable brief =
                () -> {
                    calls[0]++;
                    nowNanos += 1_000_000;
                };
        assertArrayEquals(new double[] {1}, new Rounds(() -> nowNanos, rounds).medianMs(brief));
        assertEquals(31 + (warmUps + rounds) * 32, calls[0]);
    }

    @Test
    void shouldTimeTheSidesInTurn() {
        List<String> order = new ArrayList<>();
        Runnable a =
                () -> {
                    order.add("a");
                    nowNanos += 20_000_000;
                };
        Runnable b =
                () -> {
                    order.add("b");
                    nowNanos += 20_000_000;
                };
        new Rounds(() -> nowNanos, 3).medianMs(a, b);
        assertEquals(
                "a b a b a b", String.join(" ", order.subList(order.size() - 6, order.size())));
    }

    @Test
    void shouldTakeTheMeanOfTheTwoInTheMiddle() {
        assertEquals(2.5, Rounds.median(new double[] {9, 3, 2, 1}));
        assertEquals(3, Rounds.median(new double[] {9, 3, 2}));
    }
}
