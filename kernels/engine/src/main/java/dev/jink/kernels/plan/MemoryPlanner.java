package dev.jink.kernels.plan;

import dev.jink.kernels.Slab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Lays regions with known lifetimes into one slab so that two that live at the same time never
 * overlap and others may share space.
 *
 * <p>Greedy by size (Pisarchyk and Lee, "Efficient Memory Management for Deep Neural Net
 * Inference", arXiv 2001.03288): the largest region first, each at the lowest offset where it meets
 * nobody of its time. Offsets are multiples of 64.
 */
final class MemoryPlanner {
    /**
     * @param name for the table
     * @param bytes length, a multiple of 64
     * @param first first step that touches it
     * @param last last step that touches it
     */
    static final class Region {
        final String name;
        final long bytes;
        final int first;
        private int last;
        private long offset = -1;

        private Region(String name, long bytes, int first, int last) {
            this.name = name;
            this.bytes = bytes;
            this.first = first;
            this.last = last;
        }

        int last() {
            return last;
        }

        /** Lives at least until this step. Before places are given. */
        void liveUntil(int step) {
            assert offset < 0 : name + " has its place";
            last = Math.max(last, step);
        }

        long offset() {
            assert offset >= 0 : name + " is not placed";
            return offset;
        }

        private boolean livesWith(Region other) {
            return first <= other.last && other.first <= last;
        }
    }

    private final List<Region> regions = new ArrayList<>();

    /** Asks for {@code bytes} from step {@code first} to step {@code last}, both included. */
    Region add(String name, long bytes, int first, int last) {
        Region region = new Region(name, Slab.align(bytes), first, last);
        regions.add(region);
        return region;
    }

    /** Settles every offset; returns the bytes of the slab that holds them all. */
    long place() {
        List<Region> bySize = new ArrayList<>(regions);
        bySize.sort(Comparator.comparingLong((Region region) -> region.bytes).reversed());
        List<Region> placed = new ArrayList<>();
        long end = 0;
        for (Region region : bySize) {
            long offset = 0;
            for (Region other : placed) {
                if (!region.livesWith(other)) {
                    continue;
                }
                if (offset + region.bytes <= other.offset) {
                    break;
                }
                offset = Math.max(offset, other.offset + other.bytes);
            }
            region.offset = offset;
            placed.add(region);
            placed.sort(Comparator.comparingLong(other -> other.offset));
            end = Math.max(end, offset + region.bytes);
        }
        return end;
    }

    List<Region> regions() {
        return List.copyOf(regions);
    }
}
