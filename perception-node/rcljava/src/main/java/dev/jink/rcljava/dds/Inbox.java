package dev.jink.rcljava.dds;

import java.lang.foreign.MemorySegment;

/** Where a reader's payloads go. */
@FunctionalInterface
public interface Inbox {
    /**
     * Takes one payload, on the DDS library's callback thread, one at a time.
     *
     * @param payload memory that is reused after the return
     * @param lengthBytes how much of it was received, encapsulation header included
     */
    void accept(MemorySegment payload, long lengthBytes);
}
