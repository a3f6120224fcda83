package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import java.util.function.Consumer;

/**
 * Faults of path and guard, in lines for people: the first at once, then one a second at most with
 * the number of those in between, so that a controller that can't be reached costs thirty faults a
 * second and one line. Any thread. It never throws, whatever the log does.
 */
final class FaultReport implements Consumer<Throwable> {
    private static final long PERIOD_NANOS = 1_000_000_000L;

    private final NanoClock clock;
    private final Consumer<String> line;
    private long saidNanos;
    private long unsaid;
    private boolean any;

    FaultReport(NanoClock clock, Consumer<String> line) {
        this.clock = clock;
        this.line = line;
    }

    @Override
    public synchronized void accept(Throwable fault) {
        long now = clock.nanos();
        if (any && now - saidNanos < PERIOD_NANOS) {
            unsaid++;
            return;
        }
        String cause = fault.getCause() == null ? "" : " (" + fault.getCause().getMessage() + ")";
        String more = unsaid == 0 ? "" : ", and " + unsaid + " more since the last line";
        any = true;
        saidNanos = now;
        unsaid = 0;
        try {
            line.accept("fault on the path: " + fault + cause + more);
        } catch (RuntimeException e) {
            // A log that fails must end neither path nor guard: theirs is the next frame.
            unsaid = 1;
        }
    }
}
