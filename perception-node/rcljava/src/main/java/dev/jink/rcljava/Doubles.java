package dev.jink.rcljava;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * {@code double} values seen as the {@code List<Double>} that rcljava's messages speak of, without
 * boxing for those who use {@link #array()}, {@link #at} and {@link #put}. Not thread-safe.
 */
public final class Doubles extends AbstractList<Double> implements RandomAccess {
    private double[] values;
    private int size;
    private final boolean fixed;

    private Doubles(double[] values, boolean fixed) {
        this.values = values;
        this.size = values.length;
        this.fixed = fixed;
    }

    /** A list that grows. */
    public static Doubles empty() {
        return new Doubles(new double[0], false);
    }

    /** A list of {@code size} zeros that keeps its size, for fields of fixed length. */
    public static Doubles fixed(int size) {
        return new Doubles(new double[size], true);
    }

    /** {@code list} itself when it is one of these, else {@code reusable} filled with a copy. */
    public static Doubles adopt(List<Double> list, Doubles reusable) {
        if (list instanceof Doubles primitive && !primitive.fixed) {
            return primitive;
        }
        reusable.setAll(list);
        return reusable;
    }

    /** The values; only the first {@link #size()} count. Valid until the list grows. */
    public double[] array() {
        return values;
    }

    /** The value at {@code index}, unboxed. */
    public double at(int index) {
        return values[Objects.checkIndex(index, size)];
    }

    /** Sets the value at {@code index}, unboxed. */
    public void put(int index, double value) {
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
    public void setAll(double[] source) {
        resize(source.length);
        System.arraycopy(source, 0, values, 0, source.length);
    }

    /** Copies a list in. */
    public void setAll(List<Double> source) {
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
    public Double get(int index) {
        return at(index);
    }

    @Override
    public Double set(int index, Double value) {
        Double before = at(index);
        values[index] = value;
        return before;
    }
}
