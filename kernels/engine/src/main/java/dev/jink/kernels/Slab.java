package dev.jink.kernels;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * One block of zeroed off-heap memory, aligned to 64 bytes (a cache line, and the widest vector).
 *
 * <p>Slices share its life: after {@link #close()} every access to them throws. Any thread may use
 * the slices, one at a time.
 */
public final class Slab implements AutoCloseable {
    /** Every region of a slab begins on a multiple of this many bytes. */
    public static final int ALIGNMENT = 64;

    private final Arena arena;
    private final MemorySegment memory;

    private Slab(Arena arena, long bytes) {
        this.arena = arena;
        this.memory = arena.allocate(Math.max(bytes, ALIGNMENT), ALIGNMENT);
    }

    /**
     * Takes {@code bytes} of zeroed memory from the system.
     *
     * @throws IllegalArgumentException when {@code bytes} is negative
     */
    public static Slab allocate(long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException(
                    "slab: got "
                            + bytes
                            + " bytes, wanted 0 or more: check the sizes it is made of");
        }
        return new Slab(Arena.ofShared(), bytes);
    }

    /**
     * The part {@code [offset, offset + bytes)}.
     *
     * @throws IllegalArgumentException when the offset is not a multiple of {@value #ALIGNMENT}
     * @throws IndexOutOfBoundsException when the part does not lie inside the slab
     */
    public MemorySegment slice(long offset, long bytes) {
        if (offset % ALIGNMENT != 0) {
            throw new IllegalArgumentException(
                    ("slab slice: got offset %d, wanted a multiple of %d: align it with"
                                    + " Slab.align")
                            .formatted(offset, ALIGNMENT));
        }
        return memory.asSlice(offset, bytes);
    }

    public long bytes() {
        return memory.byteSize();
    }

    /** {@code bytes} rounded up to the alignment. */
    public static long align(long bytes) {
        return Math.addExact(bytes, ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Gives the memory back; a second call does nothing. */
    @Override
    public void close() {
        if (arena.scope().isAlive()) {
            arena.close();
        }
    }
}
