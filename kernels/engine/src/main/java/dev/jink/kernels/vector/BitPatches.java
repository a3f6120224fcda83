package dev.jink.kernels.vector;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.BitTensor;
import dev.jink.kernels.plan.BinaryConv;

import java.lang.foreign.MemorySegment;

/**
 * Lays the words under the kernel side by side, once per row: behind it a convolution of any
 * kernel, stride and dilation is one matrix product, and each word is used for every out channel.
 */
final class BitPatches implements RowKernel {
    private final MemorySegment slabWords;
    private final BitLayout layout;
    private final long[] words;
    private final long[] patches;
    private final int[] tapOffsets;
    private final int width;
    private final int stride;
    private final int pad;

    /**
     * @param in signs with border. Not modified.
     * @param patches {@code [width][K]}. Modified.
     */
    BitPatches(BinaryConv layer, BitTensor in, long[] patches) {
        slabWords = in.words();
        layout = in.layout();
        words = new long[Math.toIntExact(layout.bytes() / Long.BYTES)];
        this.patches = patches;
        tapOffsets = layout.tapOffsets(layer.kernel(), layer.dilation());
        width = layer.out().width();
        stride = layer.stride();
        pad = layer.pad();
    }

    /** Takes the tensor over from the slab, once per run. */
    void take() {
        MemorySegment.copy(slabWords, JAVA_LONG, 0, words, 0, words.length);
    }

    @Override
    public void run(int y) {
        int to = 0;
        for (int x = 0; x < width; x++) {
            int first = (int) layout.wordIndex(y * stride - pad, x * stride - pad);
            for (int offset : tapOffsets) {
                patches[to++] = words[first + offset];
            }
        }
    }
}
