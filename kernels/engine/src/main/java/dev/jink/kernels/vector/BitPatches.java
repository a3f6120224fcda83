package dev.jink.kernels.vector;

import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Window;

/**
 * Lays the words under the kernel side by side, once per pixel: behind it a convolution of any
 * kernel, stride and dilation is one matrix product, and each word is used for every out channel.
 */
final class BitPatches implements Stage {
    private final BitRows rows;
    private final long[] words;
    private final long[] patches;
    private final int[] starts;
    private final int[] runOffsets;
    private final int run;
    private final int planes;
    private final int planeWords;

    /**
     * @param rows of the input. Not modified.
     * @param group which in channels; a group begins with a word, or is the only one
     * @param stretch most pixels at a time
     * @param patches {@code [pixels][planes][K]}. Modified.
     */
    BitPatches(BinaryConv layer, BitRows rows, int group, int stretch, long[] patches) {
        this.rows = rows;
        this.patches = patches;
        words = rows.words();
        starts = new int[stretch];
        planes = rows.layout().planes();
        planeWords = rows.layout().words();
        Window window = layer.window();
        // Taps beside each other, with all their channels, are one run of words.
        boolean whole = planes == 1 && layer.groups() == 1 && window.dilation() == 1;
        int tapsOfRun = whole ? window.kernel() : 1;
        run = tapsOfRun * layer.groupWords();
        runOffsets = new int[window.taps() / tapsOfRun];
        int[] tapOffsets = rows.layout().tapOffsets(window.kernel(), window.dilation());
        for (int i = 0; i < runOffsets.length; i++) {
            runOffsets[i] = tapOffsets[i * tapsOfRun * planeWords] + group * layer.groupWords();
        }
    }

    @Override
    public void run(int from, int pixels) {
        rows.starts(from, pixels, starts);
        int to = 0;
        for (int i = 0; i < pixels; i++) {
            for (int plane = 0; plane < planes; plane++) {
                for (int offset : runOffsets) {
                    copy(starts[i] + plane * planeWords + offset, to);
                    to += run;
                }
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
