package dev.jink.rcljava;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * {@code short} values seen as the {@code List<Short>} that rcljava's messages speak of, without
 * boxing for those who use {@link #array()}, {@link #at} and {@link #put}. Not thread-safe.
 */
public final class Shorts extends AbstractList<Short> implements RandomAccess {
    private short[] values;
    private int size;
    private final boolean fixed;

    private Shorts(short[] values, boolean fixed) {
        this.values = values;
        this.size = values.length;
        this.fixed = fixed;
    }

    /** A list that grows. */
    public static Shorts empty() {
        return new Shorts(new short[0], false);
    }

    /** A list of {@code size} zeros that keeps its size, for fields of fixed length. */
    public static Shorts fixed(int size) {
        return new Shorts(new short[size], true);
    }

    /** {@code list} itself when it is one of these, else {@code reusable} filled with a copy. */
    public static Shorts adopt(List<Short> list, Shorts reusable) {
        if (list instanceof Shorts primitive && !primitive.fixed) {
            return primitive;
        }
        reusable.setAll(list);
        return reusable;
    }

    /** The values; only the first {@link #size()} count. Valid until the list grows. */
    public short[] array() {
        return values;
    }

    /** The value at {@code index}, unboxed. */
    public short at(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /** Sets the value at {@code index}, unboxed. */
    public void put(int index, short value) {
        values[Objects.checkIndex(index, size)] = value;
    }

    /** Sets the number of values; new ones are undefined. Allocates only beyond the largest yet. */
    public void resize(int newSize) {
        if (fixed && newSize != size) {
            throw new IllegalArgumentException(
                    "field of fixed length: got %d values, wanted exactly %d"
                            .formatted(newSize, size));
        }
        if (newSize > values.length) {
            values = Arrays.copyOf(values, newSize);
        }
        size = newSize;
    }

    /** Copies an array in. */
    public void setAll(short[] source) {
        resize(source.length);
        System.arraycopy(source, 0, values, 0, source.length);
    }

    /** Copies a list in. */
    public void setAll(List<Short> source) {
        resize(source.size());
        for (int i = 0; i < size; i++) {
            values[i] = source.get(i);
        }
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Short get(int index) {
        return at(index);
    }

    @Override
    public Short set(int index, Short value) {
        Short before = at(index);
        values[index] = value;
        return before;
    }
}
