package dev.jink.perception.latency;

import com.sun.management.OperatingSystemMXBean;

import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the whole process has used since {@link #reset}: processor time, page faults, pauses; and
 * the memory it occupies. Reads /proc/self, whose figures are 0 where there is none. Any thread;
 * allocates.
 */
public final class ProcessMeter {
    // Fields of proc(5)'s stat, counted from the one after the command's closing bracket.
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;
    private static final double MB = 1 << 20;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Path self;
    private long cpuNanos;
    private long minorFaults;
    private long majorFaults;
    private long collections;
    private long pauseMs;

    public ProcessMeter() {
        this(Path.of("/proc/self"));
    }

    ProcessMeter(Path self) {
        this.self = self;
    }

    /** Counts from here on. */
    public synchronized void reset() {
        cpuNanos = SYSTEM.getProcessCpuTime();
        minorFaults = stat(MINOR_FAULTS);
        majorFaults = stat(MAJOR_FAULTS);
        collections = sum(true);
        pauseMs = sum(false);
    }

    public synchronized ProcessFigures figures() {
        Runtime heap = Runtime.getRuntime();
        return new ProcessFigures(
                status("VmRSS:") * 1024 / MB,
                status("VmHWM:") * 1024 / MB,
                heap.totalMemory() / MB,
                (heap.totalMemory() - heap.freeMemory()) / MB,
                (SYSTEM.getProcessCpuTime() - cpuNanos) / 1e6,
                stat(MINOR_FAULTS) - minorFaults,
                stat(MAJOR_FAULTS) - majorFaults,
                sum(true) - collections,
                sum(false) - pauseMs);
    }

    private static long sum(boolean counts) {
        long sum = 0;
        for (GarbageCollectorMXBean each : ManagementFactory.getGarbageCollectorMXBeans()) {
            sum += Math.max(0, counts ? each.getCollectionCount() : each.getCollectionTime());
        }
        return sum;
    }

    private long stat(int field) {
        try {
            String line = Files.readString(self.resolve("stat"));
            String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
            return Long.parseLong(fields[field]);
        } catch (IOException | RuntimeException e) {
            return 0;
        }
    }

    private long status(String key) {
        try {
            for (String line : Files.readAllLines(self.resolve("status"))) {
                if (line.startsWith(key)) {
                    return Long.parseLong(line.replaceAll("\\D", ""));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // No /proc: nothing is known.
        }
        return 0;
    }
}
