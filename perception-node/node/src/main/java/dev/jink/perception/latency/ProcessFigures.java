package dev.jink.perception.latency;

/**
 * What the process occupies, and what it has used since the node became active.
 *
 * @param residentMb memory that is in RAM now (VmRSS), MiB
 * @param peakResidentMb the most of it so far, start and warm-up included
 * @param heapMb of the Java heap, as committed
 * @param heapUsedMb of it, used
 * @param cpuMs processor time of all threads
 * @param minorFaults page faults without a disk
 * @param majorFaults page faults that waited for one
 * @param collections of garbage
 * @param pauseMs how long those stopped the threads, in all
 */
public record ProcessFigures(
        double residentMb,
        double peakResidentMb,
        double heapMb,
        double heapUsedMb,
        double cpuMs,
        long minorFaults,
        long majorFaults,
        long collections,
        long pauseMs) {}
