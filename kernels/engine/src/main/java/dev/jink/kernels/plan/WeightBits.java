package dev.jink.kernels.plan;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The signs of a layer's weights, 64 to a word, as {@link BitLayout} says. They lie in an array of
 * their own or in a mapped model file, so that a model may be larger than the heap and than any
 * array. Immutable; any thread.
 */
public final class WeightBits {
    private final MemorySegment words;

    private WeightBits(MemorySegment words) {
        this.words = words;
    }

    /** A copy of {@code words}. */
    public static WeightBits of(long[] words) {
        return new WeightBits(MemorySegment.ofArray(words.clone()).asReadOnly());
    }

    /**
     * Words that stay where they are, in the byte order of this machine.
     *
     * @param words a multiple of 8 bytes, aligned to 8, that nobody changes and that stays reachable
     *     through this
     */
    public static WeightBits in(MemorySegment words) {
        Parameters.that(
                words.byteSize() % Long.BYTES == 0,
                "weight bits",
                words.byteSize() + " bytes",
                "whole words of 8 bytes");
        return new WeightBits(words.asReadOnly());
    }

    /** How many words there are. */
    public long words() {
        return words.byteSize() / Long.BYTES;
    }

    public long word(long index) {
        return words.getAtIndex(JAVA_LONG, index);
    }

    /** The words where they lie, read-only. */
    public MemorySegment segment() {
        return words;
    }

    /** Whether they lie in a mapped file. */
    public boolean isMapped() {
        return words.isMapped();
    }

    /** All words, in an array of the caller's. Only where an array can hold them. */
    public long[] toArray() {
        return words.toArray(JAVA_LONG);
    }

    /** Refuses bits past the last of {@code channels}, of which a kernel would make nonsense. */
    void checkUnused(int channels) {
        int perTap = BitLayout.words(channels);
        long unused = ~BitLayout.usedBits(channels, perTap - 1);
        for (long i = perTap - 1; unused != 0 && i < words(); i += perTap) {
            Parameters.that(
                    (word(i) & unused) == 0,
                    "binary conv weights word " + i,
                    Long.toHexString(word(i)),
                    "0 in the bits past channel " + channels);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightBits that && words.mismatch(that.words) == -1;
    }

    @Override
    public int hashCode() {
        long few = Math.min(words(), 16);
        return Arrays.hashCode(words.asSlice(0, few * Long.BYTES).toArray(JAVA_LONG));
    }

    @Override
    public String toString() {
        return words() + " words";
    }
}
