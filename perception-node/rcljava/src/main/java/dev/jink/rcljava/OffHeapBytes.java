package dev.jink.rcljava;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * Bytes off the heap, seen as the {@code List<Byte>} that rcljava's messages speak of.
 *
 * <p>The memory starts on a 64-byte boundary when it was allocated here. {@link #segment()} is all
 * of it, {@link #size()} how much of it holds data: the length changes from message to message, the
 * address does not. Boxed access through {@link #get} is for code that knows only the list; fast
 * code uses the segment.
 *
 * <p>Not thread-safe. Inside a callback's message the bytes are valid until the callback returns.
 */
public final class OffHeapBytes extends AbstractList<Byte> implements RandomAccess {
    /** Start of every allocation, bytes: a cache line, and the widest vector. */
    public static final int ALIGNMENT_BYTES = 64;

    private MemorySegment segment;
    private int length;

    private OffHeapBytes(MemorySegment segment, int length) {
        this.segment = segment;
        this.length = length;
    }

    /** Zeroed memory for {@code capacity} bytes, with no data in it yet; freed with this object. */
    public static OffHeapBytes allocate(long capacity) {
        return new OffHeapBytes(zeroed(capacity), 0);
    }

    /** A view of memory the caller keeps alive; all of it is data. */
    public static OffHeapBytes over(MemorySegment segment) {
        return new OffHeapBytes(segment, Math.toIntExact(segment.byteSize()));
    }

    /**
     * {@code bytes} itself when it is off the heap already, otherwise {@code reusable} filled with
     * a copy of it.
     */
    public static OffHeapBytes adopt(List<Byte> bytes, OffHeapBytes reusable) {
        if (Objects.requireNonNull(bytes, "data") instanceof OffHeapBytes offHeap) {
            return offHeap;
        }
        OffHeapBytes target = reusable.reserve(bytes.size()).resize(bytes.size());
        for (int i = 0; i < bytes.size(); i++) {
            target.segment.set(ValueLayout.JAVA_BYTE, i, bytes.get(i));
        }
        return target;
    }

    /** All of the memory, data or not: capacity() bytes. */
    public MemorySegment segment() {
        return segment;
    }

    /** Bytes the memory can hold. */
    public long capacity() {
        return segment.byteSize();
    }

    /** Makes room for so many bytes; when memory must be exchanged, the data is dropped. */
    public OffHeapBytes reserve(long capacity) {
        if (capacity > segment.byteSize()) {
            segment = zeroed(capacity);
            length = 0;
        }
        return this;
    }

    /** Says that the first {@code newLength} bytes are data. */
    public OffHeapBytes resize(int newLength) {
        if (newLength < 0 || newLength > segment.byteSize()) {
            throw new IllegalArgumentException(
                    "off-heap bytes: got length %d, wanted 0 to the capacity %d; reserve more first"
                            .formatted(newLength, segment.byteSize()));
        }
        length = newLength;
        return this;
    }

    /** Copies an array in; allocates only when it must grow. */
    public void setAll(byte[] bytes) {
        reserve(bytes.length).resize(bytes.length);
        MemorySegment.copy(bytes, 0, segment, ValueLayout.JAVA_BYTE, 0, bytes.length);
    }

    @Override
    public int size() {
        return length;
    }

    @Override
    public Byte get(int index) {
        return segment.get(ValueLayout.JAVA_BYTE, Objects.checkIndex(index, length));
    }

    @Override
    public Byte set(int index, Byte value) {
        byte before = segment.get(ValueLayout.JAVA_BYTE, Objects.checkIndex(index, length));
        segment.set(ValueLayout.JAVA_BYTE, index, value);
        return before;
    }

    private static MemorySegment zeroed(long capacity) {
        return capacity == 0
                ? MemorySegment.NULL
                : Arena.ofAuto().allocate(capacity, ALIGNMENT_BYTES);
    }
}
