package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.latency.AllocationMeter;

/** Shows that a call allocates nothing, once the compiler has settled. */
public final class Allocation {
    private static final int ROUNDS = 5;

    private Allocation() {}

    /**
     * Measures rounds of calls until one allocates nothing. A call that allocates always fails; a
     * compilation that ends in the middle of a round, as on a busy machine, only costs that round.
     */
    public static void assertNone(int calls, Runnable call) {
        for (int i = 0; i < calls / 4; i++) {
            call.run();
        }
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes > 0; round++) {
            AllocationMeter meter = new AllocationMeter();
            meter.begin();
            for (int i = 0; i < calls; i++) {
                call.run();
            }
            meter.end();
            bytes = meter.totalBytes();
        }
        assertEquals(0, bytes, "heap bytes over " + calls + " calls");
    }
}
