package dev.jink.rcljava;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * {@code float} values seen as the {@code List<Float>} that rcljava's messages speak of, without
 * boxing for those who use {@link #array()}, {@link #at} and {@link #put}. Not thread-safe.
 */
public final class Floats extends AbstractList<Float> implements RandomAccess {
    private float[] values;
    private int size;
    private final boolean fixed;

    private Floats(float[] values, boolean fixed) {
        this.values = values;
        this.size = values.length;
        this.fixed = fixed;
    }

    /** A list that grows. */
    public static Floats empty() {
        return new Floats(new float[0], false);
    }

    /** A list of {@code size} zeros that keeps its size, for fields of fixed length. */
    public static Floats fixed(int size) {
        return new Floats(new float[size], true);
    }

    /** {@code list} itself when it is one of these, else {@code reusable} filled with a copy. */
    public static Floats adopt(List<Float> list, Floats reusable) {
        if (list instanceof Floats primitive && !primitive.fixed) {
            return primitive;
        }
        reusable.setAll(list);
        return reusable;
    }

    /** The values; only the first {@link #size()} count. Valid until the list grows. */
    public float[] array() {
        return values;
    }

    /** The value at {@code index}, unboxed. */
    public float at(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /** Sets the value at {@code index}, unboxed. */
    public void put(int index, float value) {
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
    public void setAll(float[] source) {
        resize(source.length);
        System.arraycopy(source, 0, values, 0, source.length);
    }

    /** Copies a list in. */
    public void setAll(List<Float> source) {
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
    public Float get(int index) {
        return at(index);
    }

    @Override
    public Float set(int index, Float value) {
        Float before = at(index);
        values[index] = value;
        return before;
    }
}
