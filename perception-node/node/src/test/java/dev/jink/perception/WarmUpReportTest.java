package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class WarmUpReportTest {
    @Test
    void shouldTellHowTheWarmUpWent() {
        assertEquals(
                "warmed up with 1000 small and 250 full frames in 1.2 s, the last took 0.8 ms",
                new WarmUp.Report(1000, 250, 800_000, 1_200_000_000L, true).words());
    }

    @Test
    void shouldNotInventATimeWhenNoWindowWasFull() {
        assertEquals(
                "warmed up with 700 small and 0 full frames in 3.0 s, too few to time"
                        + "; the compiled code has not settled",
                new WarmUp.Report(700, 0, Long.MAX_VALUE, 3_000_000_000L, false).words());
    }
}
