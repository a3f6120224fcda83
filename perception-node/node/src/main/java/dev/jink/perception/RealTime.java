package dev.jink.perception;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Lets the path's and the guard's threads run before everything else, as far as Linux permits:
 * first SCHED_FIFO, else a better nice value, else nothing. A thread is named by its kernel id, so
 * that the priority can be given when warming up is over: until then the JIT compiler needs the
 * processor more. The rest of what a deadline wants of Linux is in {@link Residence}.
 */
public final class RealTime {
    /** The guard must be able to interrupt the path. */
    static final int GUARD_PRIORITY = 60;

    static final int PATH_PRIORITY = 50;

    /** Between the wire and the arrival of a frame. */
    static final int TRANSPORT_PRIORITY = 40;

    /** Frames must arrive while the path is at work, so below it. */
    static final int ARRIVAL_PRIORITY = 45;

    /** Above all: while it works, everybody waits for it. */
    static final int MACHINE_PRIORITY = 65;

    /**
     * All others of the process. One that was set aside by a busy machine while it held a lock of
     * the C library or of the kernel would hold up the path: seen as 72 ms in sending.
     */
    static final int COMPANY_PRIORITY = 10;

    private static final int SCHED_FIFO = 1;
    private static final int PRIO_PROCESS = 0;
    private static final int NICE = -10;

    private RealTime() {}

    /** Kernel id of the calling thread; 0 where there is none to be had. */
    public static int threadId() {
        try {
            return (int) function("gettid").invokeExact();
        } catch (Throwable e) {
            return 0;
        }
    }

    /**
     * Raises all threads of this process whose name, as the kernel has it, begins so. A thread of
     * the virtual machine that every other one waits for must not be the slowest of them.
     */
    public static void raiseNamed(String prefix, int priority) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                if (Files.readString(thread.resolve("comm")).startsWith(prefix)) {
                    raise(Integer.parseInt(thread.getFileName().toString()), priority);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            // No /proc, or a thread that has just ended: its priority is of no interest.
            return;
        }
    }

    /**
     * Raises a thread.
     *
     * @return in words how far it got, for the one line the node prints
     */
    public static String raise(int threadId, int priority) {
        if (threadId == 0) {
            return "normal priority (no Linux thread id)";
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment parameter = arena.allocateFrom(ValueLayout.JAVA_INT, priority);
            MethodHandle schedule =
                    function(
                            "sched_setscheduler",
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.ADDRESS);
            if ((int) schedule.invokeExact(threadId, SCHED_FIFO, parameter) == 0) {
                return "SCHED_FIFO " + priority;
            }
            MethodHandle nice =
                    function(
                            "setpriority",
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT,
                            ValueLayout.JAVA_INT);
            if ((int) nice.invokeExact(PRIO_PROCESS, threadId, NICE) == 0) {
                return "nice " + NICE + " (SCHED_FIFO not permitted)";
            }
            return "normal priority (SCHED_FIFO and nice not permitted)";
        } catch (Throwable e) {
            return "normal priority (" + e.getMessage() + ")";
        }
    }

    /**
     * Puts the calling thread, and those it starts, among the process's company: below all that
     * the deadline waits for.
     */
    public static void joinCompany() {
        raise(threadId(), COMPANY_PRIORITY);
    }

    private static MethodHandle function(String name, java.lang.foreign.MemoryLayout... arguments) {
        return function(name, new Linker.Option[0], arguments);
    }

    @SuppressWarnings("restricted") // C library functions with fixed, documented signatures
    static MethodHandle function(
            String name, Linker.Option[] options, java.lang.foreign.MemoryLayout... arguments) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name),
                FunctionDescriptor.of(ValueLayout.JAVA_INT, arguments),
                options);
    }
}
