package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.FloatTensor;

import java.lang.foreign.MemorySegment;

/** A few finished pixels, or a block of their channels, into the slab: floats, signs, or both. */
final class StoreStage implements Stage {
    private final FloatTensor floats;
    private final BitTensor bits;
    private final int channel;
    private final float[] values;
    private final int valuePitch;
    private final int copied;
    private final long[] signs;
    private final int words;
    private final int width;

    /**
     * @param floats or null. Modified.
     * @param bits or null. Modified.
     * @param channel first channel of the block, a multiple of 64
     * @param values {@code [pixels][valuePitch]}. Not modified.
     * @param signs {@code [pixels][words]}. Not modified.
     * @param words of the block
     * @param width pixels of a row
     */
    StoreStage(
            FloatTensor floats,
            BitTensor bits,
            int channel,
            float[] values,
            int valuePitch,
            long[] signs,
            int words,
            int width) {
        this.floats = floats;
        this.bits = bits;
        this.channel = channel;
        this.values = values;
        this.valuePitch = valuePitch;
        copied = floats == null ? 0 : Math.min(valuePitch, floats.pitch() - channel);
        this.signs = signs;
        this.words = words;
        this.width = width;
    }

    @Override
    public void run(int first, int pixels) {
        if (bits != null) {
            storeSigns(first, pixels);
        }
        if (floats != null) {
            storeFloats(first, pixels);
        }
    }

    private void storeSigns(int first, int pixels) {
        int y = first / width;
        int x = first % width;
        int word = channel / BitLayout.WORD_BITS;
        boolean whole = words == bits.layout().words();
        int done = 0;
        while (done < pixels) {
            // As many as lie side by side: the rest of the row, or one when it has other words too.
            int beside = whole ? Math.min(width - x, pixels - done) : 1;
            long to = (bits.layout().wordIndex(y, x) + word) * Long.BYTES;
            MemorySegment.copy(signs, done * words, bits.words(), JAVA_LONG, to, beside * words);
            done += beside;
            x += beside;
            if (x == width) {
                x = 0;
                y++;
            }
        }
    }

    private void storeFloats(int first, int pixels) {
        int pitch = floats.pitch();
        long to = ((long) first * pitch + channel) * Float.BYTES;
        if (pitch == valuePitch) {
            MemorySegment.copy(values, 0, floats.floats(), JAVA_FLOAT, to, pixels * pitch);
            return;
        }
        for (int i = 0; i < pixels; i++) {
            MemorySegment.copy(values, i * valuePitch, floats.floats(), JAVA_FLOAT, to, copied);
            to += (long) pitch * Float.BYTES;
        }
    }
}
