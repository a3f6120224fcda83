package dev.jink.kernels;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;

/**
 * A 1-bit tensor: a {@link BitLayout} over off-heap memory.
 *
 * @param layout where its bits lie
 * @param words its memory, {@code layout.bytes()} long, 64-byte aligned. Modified by the kernel
 *     that writes the tensor.
 */
public record BitTensor(BitLayout layout, MemorySegment words) {
    public BitTensor {
        if (words.byteSize() != layout.bytes()) {
            throw new IllegalArgumentException(
                    "bit tensor %s pad %d: got %d bytes, wanted %d: slice it after its layout"
                            .formatted(
                                    layout.shape(),
                                    layout.pad(),
                                    words.byteSize(),
                                    layout.bytes()));
        }
    }

    /**
     * Gives rows {@code from} to {@code to}, and what borders on them, the border of all +1. Memory
     * is shared over time, so whoever writes those rows calls this first.
     */
    public void clearBorder(int from, int to) {
        int pad = layout.pad();
        if (pad == 0) {
            return;
        }
        int height = layout.shape().height();
        int width = layout.shape().width();
        if (from == 0) {
            clear(layout.wordIndex(-pad, -pad), layout.wordIndex(0, -pad));
        }
        if (to == height) {
            clear(layout.wordIndex(height, -pad), layout.wordIndex(height + pad, -pad));
        }
        for (int y = from; y < to; y++) {
            clear(layout.wordIndex(y, -pad), layout.wordIndex(y, 0));
            clear(layout.wordIndex(y, width), layout.wordIndex(y, width + pad));
        }
    }

    private void clear(long first, long end) {
        // Word by word: a slice to fill would be an object for every row of every frame.
        for (long i = first; i < end; i++) {
            words.setAtIndex(JAVA_LONG, i, 0);
        }
    }

    public long word(int y, int x, int word) {
        return words.getAtIndex(JAVA_LONG, layout.wordIndex(y, x) + word);
    }

    public void setWord(int y, int x, int word, long value) {
        words.setAtIndex(JAVA_LONG, layout.wordIndex(y, x) + word, value);
    }

    /** +1 or −1. Border pixels may be asked for. */
    public int sign(int y, int x, int channel) {
        long bits = word(y, x, channel / BitLayout.WORD_BITS);
        return (bits >>> channel & 1) == 0 ? 1 : -1;
    }
}
