package dev.jink.rcljava.dds;

import java.lang.foreign.MemorySegment;

/** Where a writer's payload comes from. */
@FunctionalInterface
public interface Outbox {
    /** Fills the payload and returns its length, encapsulation header included. */
    int fill(MemorySegment payload);
}
