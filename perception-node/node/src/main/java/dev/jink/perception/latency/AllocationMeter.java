package dev.jink.perception.latency;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Heap bytes that a thread allocates between two points, summed over frames. What reading the
 * counter itself allocates is measured when this is made and taken off, and so is what a transport
 * allocates while a thread is {@linkplain #lend lent} to it.
 *
 * <p>{@link #begin} and {@link #end} belong to the measured thread; the sums may be read by any.
 */
public final class AllocationMeter {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_READS = 1000;
    private static final ThreadLocal<Lent> LENT = ThreadLocal.withInitial(Lent::new);

    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong frames = new AtomicLong();
    private final AtomicLong worst = new AtomicLong();
    private final long ownBytes;
    private long startBytes;
    private long startLent;

    public AllocationMeter() {
        THREADS.setThreadAllocatedMemoryEnabled(true);
        long before = 0;
        for (int i = 0; i < WARM_READS; i++) {
            before = THREADS.getCurrentThreadAllocatedBytes();
        }
        ownBytes = THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    public void begin() {
        startLent = LENT.get().bytes;
        startBytes = THREADS.getCurrentThreadAllocatedBytes();
    }

    public void end() {
        long all = THREADS.getCurrentThreadAllocatedBytes() - startBytes - ownBytes;
        long used = all - (LENT.get().bytes - startLent);
        bytes.addAndGet(used);
        frames.incrementAndGet();
        if (used > worst.get()) {
            worst.set(used);
        }
    }

    /**
     * The calling thread is lent to the transport now: what it allocates there is not the path's.
     */
    public static void lend() {
        LENT.get().sinceBytes = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** The transport has given the calling thread back. Returns the bytes it allocated with it. */
    public static long giveBack() {
        Lent lent = LENT.get();
        long used = THREADS.getCurrentThreadAllocatedBytes() - lent.sinceBytes;
        lent.bytes += used;
        return used;
    }

    /** What the transport has allocated on one thread. */
    private static final class Lent {
        private long bytes;
        private long sinceBytes;
    }

    /** Forgets all: warm-up is over. */
    public void reset() {
        bytes.set(0);
        frames.set(0);
        worst.set(0);
    }

    public long totalBytes() {
        return bytes.get();
    }

    public long frames() {
        return frames.get();
    }

    /** The most that one frame allocated. */
    public long worstBytes() {
        return worst.get();
    }

    /** Mean bytes per frame; 0 when there was none. */
    public double bytesPerFrame() {
        long n = frames.get();
        return n == 0 ? 0 : (double) bytes.get() / n;
    }
}
