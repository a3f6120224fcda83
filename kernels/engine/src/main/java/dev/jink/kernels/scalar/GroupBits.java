package dev.jink.kernels.scalar;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;

import java.lang.foreign.MemorySegment;

/** The channels of one group, cut out of a pixel's words and moved to the lowest bits. */
public final class GroupBits {
    private GroupBits() {}

    /**
     * @param words the tensor
     * @param pixel index of the first word of the pixel's plane
     * @param pixelWords words of that plane
     * @param firstBit first channel of the group
     * @param channels of the group
     * @param word which 64 of them
     */
    public static long word(
            MemorySegment words, long pixel, int pixelWords, int firstBit, int channels, int word) {
        int bit = firstBit + word * BitLayout.WORD_BITS;
        int at = bit / BitLayout.WORD_BITS;
        int by = bit % BitLayout.WORD_BITS;
        long bits = words.getAtIndex(JAVA_LONG, pixel + at) >>> by;
        if (by > 0 && at + 1 < pixelWords) {
            bits |= words.getAtIndex(JAVA_LONG, pixel + at + 1) << -by;
        }
        return bits & BitLayout.usedBits(channels, word);
    }
}
