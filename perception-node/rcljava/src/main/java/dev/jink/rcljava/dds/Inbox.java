package dev.jink.rcljava.dds;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;

/** Where a reader's payloads go. */
@FunctionalInterface
public interface Inbox {
    /**
     * Takes one payload, on the DDS library's callback thread, one at a time.
     *
     * @param payload memory that is reused after the return
     * @param lengthBytes how much of it was received, encapsulation header included
     * @param origin tells who sent it; until the return
     */
    void accept(MemorySegment payload, long lengthBytes, Supplier<Origin> origin);
}
