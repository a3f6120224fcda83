package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Window;

import java.lang.foreign.MemorySegment;

/**
 * The rows of a binary convolution's input that some rows of its output see, taken over from the
 * slab once per run: kernels work on arrays.
 */
final class BitRows {
    private final MemorySegment slabWords;
    private final BitLayout layout;
    private final long[] words;
    private final long firstWord;
    private final int width;
    private final int stride;
    private final int before;

    /**
     * @param in planes with border. Not modified.
     * @param fromRow first output row that will be asked for
     * @param toRow the row behind the last
     */
    BitRows(BinaryConv layer, BitTensor in, int fromRow, int toRow) {
        slabWords = in.words();
        layout = in.layout();
        Window window = layer.window();
        width = layer.out().width();
        stride = window.stride();
        before = window.before();
        int top = fromRow * stride - before;
        int bottom = (toRow - 1) * stride - before + window.reach();
        firstWord = layout.wordIndex(top, -layout.pad());
        long end = layout.wordIndex(bottom + 1, -layout.pad());
        words = new long[Math.toIntExact(end - firstWord)];
    }

    /** Takes the rows over from the slab. */
    void take() {
        MemorySegment.copy(slabWords, JAVA_LONG, firstWord * Long.BYTES, words, 0, words.length);
    }

    /** The words; what lies where is for {@link #starts} and {@link BitLayout#tapOffsets}. */
    long[] words() {
        return words;
    }

    BitLayout layout() {
        return layout;
    }

    /**
     * Where the words under the kernel begin.
     *
     * @param from number of the first output pixel
     * @param pixels how many
     * @param starts {@code [pixels]}, or longer. Modified.
     */
    void starts(int from, int pixels, int[] starts) {
        int y = from / width;
        int x = from % width;
        for (int i = 0; i < pixels; i++) {
            long pixel = layout.wordIndex(y * stride - before, x * stride - before);
            starts[i] = (int) (pixel - firstWord);
            x++;
            if (x == width) {
                x = 0;
                y++;
            }
        }
    }
}
