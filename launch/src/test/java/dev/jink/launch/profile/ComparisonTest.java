package dev.jink.launch.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.latency.HistogramLog;
import dev.jink.sim.command.UsageException;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

final class ComparisonTest {
    @TempDir private Path folder;

    @Test
    void shouldLayTheNumbersOfTwoRunsSideBySide() throws Exception {
        Path a = Files.writeString(folder.resolve("a.json"), run(2, 0.5));
        Path b = Files.writeString(folder.resolve("b.json"), run(3, 0.25));
        Comparison comparison = Comparison.of(a, b);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        comparison.print(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        String out = bytes.toString(StandardCharsets.UTF_8);
        assertTrue(out.matches("(?s).*cpuMsPerFrame +2\\.0000 +3\\.0000 +1\\.50\n.*"), out);
        assertTrue(out.matches("(?s).*detect\\.p50 +0\\.5000 +0\\.2500 +0\\.50\n.*"), out);
        assertEquals(
                3, comparison.json().path("figures").path("cpuMsPerFrame").path("b").asDouble());
    }

    @Test
    void shouldCompareHistogramLogs() throws Exception {
        Path log = folder.resolve("a.hlog");
        Histogram histogram = new Histogram(60_000_000_000L, 3);
        histogram.recordValue(2_000_000);
        HistogramLog.write(log, "a run", Map.of("endToEnd", histogram));
        Comparison comparison = Comparison.of(log, log);
        assertEquals(
                2,
                comparison.json().path("figures").path("endToEnd.p50").path("a").asDouble(),
                0.01);
        assertTrue(comparison.html().contains("A endToEnd"), comparison::html);
    }

    @Test
    void shouldRefuseWhatIsNoRun() throws Exception {
        Path a = Files.writeString(folder.resolve("a.json"), run(2, 0.5));
        UsageException refused =
                assertThrows(
                        UsageException.class,
                        () -> Comparison.of(a, folder.resolve("absent.json")));
        assertTrue(
                refused.getMessage()
                        .endsWith("wanted a profile.json or an .hlog that jink profile wrote"),
                refused::getMessage);
    }

    private static String run(double cpu, double detect) {
        return "{\"cpuMsPerFrame\":"
                + cpu
                + ",\"stages\":[{\"name\":\"detect\",\"p50\":"
                + detect
                + "}]}";
    }
}
