package dev.jink.perception;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the process lives, as far as Linux permits: its memory stays in RAM, its path on a
 * processor that is kept free for it, and its sleeps end when they should. Each says in words how
 * far it got; nothing here is needed for correctness.
 */
final class Residence {
    private static final int MCL_CURRENT = 1;
    private static final int MCL_FUTURE = 2;
    // Pages are locked when they are touched. Without it every thread's whole stack would be.
    private static final int MCL_ONFAULT = 4;
    private static final int PR_SET_TIMERSLACK = 29;
    private static final int MOST_PROCESSORS = 1024;
    private static final Path ISOLATED = Path.of("/sys/devices/system/cpu/isolated");

    private Residence() {}

    /** Keeps all that is touched from now on in RAM, and all that has been. */
    static String lockMemory() {
        try {
            MethodHandle lock =
                    RealTime.function("mlockall", new Linker.Option[0], ValueLayout.JAVA_INT);
            int refused = (int) lock.invokeExact(MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT);
            return refused == 0
                    ? "memory locked"
                    : "memory not locked (not permitted: raise ulimit -l)";
        } catch (Throwable e) {
            return "memory not locked (" + e.getMessage() + ")";
        }
    }

    /** Lets the calling thread's sleeps end to the nanosecond; by default it may be 50 us later. */
    static void sleepExactly() {
        try {
            MethodHandle control =
                    RealTime.function(
                            "prctl",
                            new Linker.Option[] {Linker.Option.firstVariadicArg(1)},
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG);
            int refused = (int) control.invokeExact(PR_SET_TIMERSLACK, 1L);
            assert refused == 0 : "PR_SET_TIMERSLACK needs no right";
        } catch (Throwable e) {
            // No Linux: sleeps are as exact as they are.
            return;
        }
    }

    /** Moves a thread to the first processor that the kernel keeps free of others, if any. */
    static String settle(int threadId) {
        return settle(threadId, ISOLATED);
    }

    static String settle(int threadId, Path isolated) {
        int processor = firstOf(isolated);
        if (processor < 0) {
            return "on any processor (none is isolated)";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MOST_PROCESSORS / Byte.SIZE, Long.BYTES);
            mask.set(
                    ValueLayout.JAVA_BYTE,
                    processor / Byte.SIZE,
                    (byte) (1 << processor % Byte.SIZE));
            MethodHandle pin =
                    RealTime.function(
                            "sched_setaffinity",
                            new Linker.Option[0],
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_LONG,
                            ValueLayout.ADDRESS);
            int refused = (int) pin.invokeExact(threadId, mask.byteSize(), mask);
            return refused == 0
                    ? "on processor " + processor
                    : "on any processor (" + processor + " is isolated but not permitted)";
        } catch (Throwable e) {
            return "on any processor (" + e.getMessage() + ")";
        }
    }

    /** The first number of a list such as {@code 2-3,5}; -1 when there is none. */
    private static int firstOf(Path list) {
        try {
            String first = Files.readString(list).strip().split("[-,]")[0];
            int processor = first.isEmpty() ? -1 : Integer.parseInt(first);
            return processor < MOST_PROCESSORS ? processor : -1;
        } catch (IOException | NumberFormatException e) {
            return -1;
        }
    }
}
