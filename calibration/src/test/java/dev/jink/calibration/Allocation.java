package dev.jink.calibration;

import java.lang.management.ManagementFactory;

/** Heap bytes that the current thread allocates while it runs something. */
final class Allocation {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * The least that one of a few rounds of 10,000 runs allocates, after a warm-up. What a call
     * allocates shows in every round; what the JVM allocates on this thread once, when a compiled
     * method falls back to the interpreter and classes are linked, shows in one.
     */
    static long bytesInTenThousand(Runnable work) {
        measured(work);
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 4 && least > 0; round++) {
            least = Math.min(least, measured(work));
        }
        return least;
    }

    private static long measured(Runnable work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 10_000; i++) {
            work.run();
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }
}
