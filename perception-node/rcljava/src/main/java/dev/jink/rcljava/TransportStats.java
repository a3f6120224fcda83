package dev.jink.rcljava;

/**
 * What a subscription met on the wire. Written by the DDS library's callback thread, read by any.
 *
 * <p>Every payload that reaches the subscription is received or refused. A received message is
 * superseded when newer ones took its place before the callback ran. Samples that never arrived, or
 * were larger than the DDS library lets through, are lost: gaps in the writer's numbering.
 */
public final class TransportStats {
    private volatile long received;
    private volatile long refused;
    private volatile long superseded;
    private volatile long lost;
    private volatile long allocatedBytes;
    private volatile long callbacks;
    private volatile long callbackThreadId = -1;
    private volatile String lastRefusal;

    /** Messages decoded and offered to the callback. */
    public long received() {
        return received;
    }

    /** Payloads refused: truncated, oversized or misencoded. */
    public long refused() {
        return refused;
    }

    /** Why the latest refused payload was refused, in one line, or null. */
    public String lastRefusal() {
        return lastRefusal;
    }

    /** Messages that newer ones displaced before their callback. */
    public long superseded() {
        return superseded;
    }

    /** Samples missing between those that arrived. */
    public long lost() {
        return lost;
    }

    /**
     * Heap bytes the DDS library's callback thread allocated while it served this subscription: its
     * own work and the decoding. Divide by {@link #callbacks()}.
     */
    public long allocatedBytes() {
        return allocatedBytes;
    }

    /** Times the DDS library called back with data. */
    public long callbacks() {
        return callbacks;
    }

    /** The thread that called back last, or -1 before the first time. */
    public long callbackThreadId() {
        return callbackThreadId;
    }

    /** One more message decoded; for the transport. */
    public void countReceived(boolean displacedAnother) {
        received = received + 1;
        if (displacedAnother) {
            superseded = superseded + 1;
        }
    }

    /** One more payload refused; for the transport. */
    public void countRefused(String why) {
        lastRefusal = why;
        refused = refused + 1;
    }

    /** So many samples missing; for the transport. */
    public void countLost(long samples) {
        lost = lost + samples;
    }

    /** One more callback and its cost; for the transport. */
    public void countCallback(long threadId, long bytes) {
        callbackThreadId = threadId;
        allocatedBytes = allocatedBytes + bytes;
        callbacks = callbacks + 1;
    }

    @Override
    public String toString() {
        return "received=%d refused=%d superseded=%d lost=%d lastRefusal=%s"
                .formatted(received, refused, superseded, lost, lastRefusal);
    }
}
