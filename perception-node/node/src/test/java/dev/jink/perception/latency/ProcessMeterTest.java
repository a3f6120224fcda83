package dev.jink.perception.latency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class ProcessMeterTest {
    @TempDir private Path folder;

    @Test
    void shouldCountFaultsFromTheReset() throws Exception {
        stat(100, 3);
        Files.writeString(folder.resolve("status"), "VmHWM:\t 4096 kB\nVmRSS:\t  2048 kB\n");
        ProcessMeter meter = new ProcessMeter(folder);
        meter.reset();
        stat(150, 4);
        ProcessFigures figures = meter.figures();
        assertEquals(50, figures.minorFaults());
        assertEquals(1, figures.majorFaults());
        assertEquals(2, figures.residentMb());
        assertEquals(4, figures.peakResidentMb());
        assertTrue(figures.cpuMs() >= 0 && figures.heapUsedMb() > 0, figures::toString);
    }

    @Test
    void shouldReadZeroWhereThereIsNoProc() {
        ProcessFigures figures = new ProcessMeter(folder.resolve("absent")).figures();
        assertEquals(0, figures.residentMb());
        assertEquals(0, figures.minorFaults());
    }

    @Test
    void shouldReadBackTheDistributionsItWrote() throws Exception {
        Map<String, Histogram> all = new LinkedHashMap<>();
        for (String tag : List.of("arrivalToCommand", "wait")) {
            Histogram one = new Histogram(60_000_000_000L, 3);
            one.recordValueWithCount(1_000_000, 99);
            one.recordValue(7_000_000);
            all.put(tag, one);
        }
        Path file = folder.resolve("run.hlog");
        HistogramLog.write(file, "a run", all);
        Map<String, Histogram> read = HistogramLog.read(file);
        assertEquals(all.keySet(), read.keySet());
        Percentiles ms = Percentiles.of(read.get("wait"));
        assertEquals(100, ms.count());
        assertEquals(1, ms.p50(), 0.01);
        assertEquals(7, ms.p9999(), 0.01);
    }

    @Test
    void shouldRefuseWhatIsNoLog() throws Exception {
        Path file = Files.writeString(folder.resolve("run.hlog"), "1,2,3,no histogram\n");
        IOException refused = assertThrows(IOException.class, () -> HistogramLog.read(file));
        assertTrue(refused.getMessage().startsWith(file + " is not an HdrHistogram log"));
    }

    /** A line of proc(5), with a command's name that holds what separates fields. */
    private void stat(long minor, long major) throws IOException {
        Files.writeString(
                folder.resolve("stat"),
                "42 (a b) c) S 1 1 1 0 -1 0 " + minor + " 0 " + major + " 0 5 6 0 0 20 0\n");
    }
}
