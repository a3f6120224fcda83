package dev.jink.perception.deadline;

/**
 * The one clock of the path: monotonic nanoseconds with an arbitrary origin. Injected everywhere,
 * so that every rule about time is tested on virtual time.
 */
@FunctionalInterface
public interface NanoClock {
    /** The machine's own monotonic clock; reading it allocates nothing. */
    NanoClock SYSTEM = System::nanoTime;

    long nanos();
}
