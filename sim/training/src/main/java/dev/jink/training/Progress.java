package dev.jink.training;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * One line now and then: what, how far, how fast, how long still. The clock is handed in, so tests
 * run on virtual time. Not thread-safe.
 */
final class Progress {
    private static final long QUIET_NANOS = 15_000_000_000L;

    private final String what;
    private final PrintStream out;
    private final LongSupplier nanos;
    private int first;
    private int total;
    private long started;
    private long spoke;

    /**
     * @param what first word of every line
     * @param out where lines go; null for silence
     * @param nanos a monotonic clock
     */
    Progress(String what, PrintStream out, LongSupplier nanos) {
        this.what = what;
        this.out = out;
        this.nanos = nanos;
    }

    static Progress silent() {
        return new Progress("", null, () -> 0);
    }

    void start(int done, int wanted) {
        first = done;
        total = wanted;
        started = nanos.getAsLong();
        spoke = started - QUIET_NANOS;
    }

    /** Tells that {@code done} of the wanted pieces are there; speaks at most every 15 s. */
    void at(int done, String note) {
        long now = nanos.getAsLong();
        if (out == null || (now - spoke < QUIET_NANOS && done < total)) {
            return;
        }
        spoke = now;
        double seconds = (now - started) / 1e9;
        double rate = (done - first) / Math.max(1e-9, seconds);
        long left = rate > 0 ? Math.round((total - done) / rate) : 0;
        out.printf("%s %d/%d %s %.1f/s, %s left%n", what, done, total, note, rate, minutes(left));
        out.flush();
    }

    private static String minutes(long seconds) {
        Duration d = Duration.ofSeconds(seconds);
        return "%d:%02d".formatted(d.toMinutes(), d.toSecondsPart());
    }
}
