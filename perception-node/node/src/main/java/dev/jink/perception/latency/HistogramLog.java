package dev.jink.perception.latency;

import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Histograms of nanoseconds in a file of HdrHistogram's own log format (.hlog), one tagged line
 * each: every tool that reads such logs reads these.
 */
public final class HistogramLog {
    private static final double NANOS_PER_MS = 1e6;

    private HistogramLog() {}

    /**
     * @param comment first line of the file, for people
     * @param tagged by tag; a tag has neither comma nor space
     */
    public static void write(Path file, String comment, Map<String, Histogram> tagged)
            throws IOException {
        try (var out = Files.newOutputStream(file)) {
            HistogramLogWriter log = new HistogramLogWriter(out);
            log.outputComment("[" + comment + "; values in ns, maxima in ms]");
            log.outputLogFormatVersion();
            log.outputLegend();
            long now = System.currentTimeMillis();
            tagged.forEach(
                    (tag, histogram) -> {
                        Histogram line = histogram.copy();
                        line.setTag(tag);
                        line.setStartTimeStamp(now);
                        line.setEndTimeStamp(now);
                        log.outputIntervalHistogram(0, 0, line, NANOS_PER_MS);
                    });
            log.close();
        }
    }

    /** What {@link #write} wrote, in its order; lines of one tag are added up. */
    public static Map<String, Histogram> read(Path file) throws IOException {
        Map<String, Histogram> all = new LinkedHashMap<>();
        try (var in = Files.newInputStream(file);
                HistogramLogReader log = new HistogramLogReader(in)) {
            while (log.hasNext()) {
                EncodableHistogram next = log.nextIntervalHistogram();
                if (next instanceof Histogram one) {
                    all.merge(
                            String.valueOf(one.getTag()),
                            one,
                            (sum, more) -> {
                                sum.add(more);
                                return sum;
                            });
                }
            }
        } catch (RuntimeException e) {
            throw new IOException(file + " is not an HdrHistogram log: " + e.getMessage(), e);
        }
        return all;
    }
}
