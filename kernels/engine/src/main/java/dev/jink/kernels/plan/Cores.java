package dev.jink.kernels.plan;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** Binds threads to cores, by Linux's {@code sched_setaffinity(2)}. */
final class Cores {
    private static final int MOST = 1024;

    private Cores() {}

    /**
     * Binds the calling thread to one core.
     *
     * @throws IllegalArgumentException when there is no such core, or it is not ours
     * @throws UnsupportedOperationException where the operating system has no such call
     */
    // The project's JVMs are started with native access enabled; a refusal is an error of its own.
    @SuppressWarnings("restricted")
    static void pin(int core) {
        Workers.that(core >= 0 && core < MOST, "plan core", core, "0.." + (MOST - 1));
        Linker linker = Linker.nativeLinker();
        MethodHandle call =
                linker.downcallHandle(
                        linker.defaultLookup()
                                .find("sched_setaffinity")
                                .orElseThrow(
                                        () ->
                                                new UnsupportedOperationException(
                                                        "plan cores: got %s, wanted Linux: leave"
                                                                + " the cores out"
                                                                        .formatted(
                                                                                System.getProperty(
                                                                                        "os.name")))),
                        FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mask = arena.allocate(MOST / Byte.SIZE, Long.BYTES);
            mask.setAtIndex(JAVA_LONG, core / Long.SIZE, 1L << core);
            int result = (int) call.invokeExact(0, mask.byteSize(), mask);
            Workers.that(result == 0, "plan core", core, "a core that this process may use");
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setaffinity failed", e);
        }
    }
}
