package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.TestClock;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

class FaultReportTest {
    private final TestClock clock = new TestClock(3);
    private final List<String> lines = new ArrayList<>();
    private final FaultReport report = new FaultReport(clock, lines::add);

    @Test
    void shouldSayTheFirstAtOnceAndThenOneASecond() {
        UncheckedIOException fault =
                new UncheckedIOException("MAVLink: not sent", new IOException("no way"));
        for (int i = 0; i < 60; i++) {
            report.accept(fault);
            clock.advanceMs(50);
        }
        String line = "fault on the path: java.io.UncheckedIOException: MAVLink: not sent (no way)";
        assertEquals(
                List.of(
                        line,
                        line + ", and 19 more since the last line",
                        line + ", and 19 more since the last line"),
                lines);
    }

    @Test
    void shouldOutliveALogThatFails() {
        FaultReport broken =
                new FaultReport(
                        clock,
                        line -> {
                            lines.add(line);
                            if (lines.size() == 1) {
                                throw new IllegalStateException("no transport");
                            }
                        });
        broken.accept(new IllegalStateException("first"));
        clock.advanceMs(1000);
        broken.accept(new IllegalStateException("second"));
        assertEquals(2, lines.size());
        assertEquals(
                "fault on the path: java.lang.IllegalStateException: second, and 1 more since the"
                        + " last line",
                lines.getLast());
    }
}
