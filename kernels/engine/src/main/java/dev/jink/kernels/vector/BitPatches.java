package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Window;

import java.lang.foreign.MemorySegment;

/**
 * Lays the words under the kernel side by side, once per pixel: behind it a convolution of any
 * kernel, stride and dilation is one matrix product, and each word is used for every out channel.
 */
final class BitPatches implements Stage {
    private final MemorySegment slabWords;
    private final BitLayout layout;
    private final long[] words;
    private final long firstWord;
    private final long[] patches;
    private final int[] runOffsets;
    private final int run;
    private final int planes;
    private final int width;
    private final int stride;
    private final int before;

    /**
     * @param in planes with border. Not modified.
     * @param group which in channels; a group begins with a word, or is the only one
     * @param fromRow first output row that will be asked for
     * @param toRow the row behind the last
     * @param patches {@code [pixels][planes][K]}. Modified.
     */
    BitPatches(BinaryConv layer, BitTensor in, int group, int fromRow, int toRow, long[] patches) {
        slabWords = in.words();
        layout = in.layout();
        this.patches = patches;
        Window window = layer.window();
        planes = layout.planes();
        width = layer.out().width();
        stride = window.stride();
        before = window.before();
        int top = fromRow * stride - before;
        int bottom = (toRow - 1) * stride - before + window.reach();
        firstWord = layout.wordIndex(top, -layout.pad());
        long end = layout.wordIndex(bottom + 1, -layout.pad());
        words = new long[Math.toIntExact(end - firstWord)];
        // Taps beside each other, with all their channels, are one run of words.
        boolean whole = planes == 1 && layer.groups() == 1 && window.dilation() == 1;
        int tapsOfRun = whole ? window.kernel() : 1;
        run = tapsOfRun * layer.groupWords();
        runOffsets = new int[window.taps() / tapsOfRun];
        int[] tapOffsets = layout.tapOffsets(window.kernel(), window.dilation());
        for (int i = 0; i < runOffsets.length; i++) {
            runOffsets[i] = tapOffsets[i * tapsOfRun * layout.words()] + group * layer.groupWords();
        }
    }

    /** Takes the rows over from the slab, once per run. */
    void take() {
        MemorySegment.copy(slabWords, JAVA_LONG, firstWord * Long.BYTES, words, 0, words.length);
    }

    @Override
    public void run(int from, int pixels) {
        int to = 0;
        int y = from / width;
        int x = from % width;
        for (int i = 0; i < pixels; i++) {
            long pixel = layout.wordIndex(y * stride - before, x * stride - before);
            int first = (int) (pixel - firstWord);
            for (int plane = 0; plane < planes; plane++) {
                for (int offset : runOffsets) {
                    copy(first + plane * layout.words() + offset, to);
                    to += run;
                }
            }
            x++;
            if (x == width) {
                x = 0;
                y++;
            }
        }
    }

    private void copy(int from, int to) {
        if (run < 8) {
            for (int i = 0; i < run; i++) {
                patches[to + i] = words[from + i];
            }
        } else {
            System.arraycopy(words, from, patches, to, run);
        }
    }
}
