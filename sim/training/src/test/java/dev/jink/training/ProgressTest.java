package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

class ProgressTest {
    @Test
    void shouldTellRateAndTimeLeftAndKeepQuietInBetween() {
        AtomicLong nanos = new AtomicLong();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Progress progress =
                new Progress(
                        "float", new PrintStream(out, true, StandardCharsets.UTF_8), nanos::get);
        progress.start(100, 1100);
        nanos.set(10_000_000_000L);
        progress.at(200, "loss 0.5");
        nanos.set(12_000_000_000L);
        progress.at(220, "loss 0.4");
        nanos.set(40_000_000_000L);
        progress.at(300, "loss 0.3");
        assertEquals(
                "float 200/1100 loss 0.5 10.0/s, 1:30 left\n"
                        + "float 300/1100 loss 0.3 5.0/s, 2:40 left\n",
                out.toString(StandardCharsets.UTF_8));
    }
}
