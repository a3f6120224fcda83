package dev.jink.kernels;

/**
 * Where every bit of a 1-bit tensor lies. The one definition of it: kernels, packers and the model
 * file all ask here.
 *
 * <p>A bit says the sign of a value: <b>0 is +1, 1 is −1</b>. Channels are packed into 64-bit
 * little-endian words, lowest channel in the lowest bit, {@code words = ceil(channels / 64)} words
 * to a pixel; bits past the last channel are 0, in activations and in weights alike, so that they
 * cancel in the XOR and a dot product needs no correction for them.
 *
 * <p>An activation tensor has a border of {@code pad} pixels on each side. Its words are 0, that is
 * +1: this is the "same-one" padding of a binary convolution, stored instead of tested for.
 *
 * <pre>
 *   word of one pixel                          tensor, pad = 1, one cell = words x 8 bytes
 *
 *    63        2   1   0   bit                    +----+----+----+----+
 *   +---+-...-+---+---+---+                       | +1 | +1 | +1 | +1 |   row -1 (border)
 *   |c63|     | c2| c1| c0|                       +----+----+----+----+
 *   +---+-...-+---+---+---+                       | +1 |0,0 |0,1 | +1 |   row  0
 *   byte 7  ...  byte 0 (first in memory)         +----+----+----+----+
 *                                                 | +1 | +1 | +1 | +1 |   row  1 (border)
 *                                                 +----+----+----+----+
 *   byte offset of word w of plane p of pixel (y, x):
 *     8 * ((((y + pad) * (width + 2 pad) + (x + pad)) * planes + p) * words + w)
 * </pre>
 *
 * @param shape height, width and channels without the border
 * @param pad border in pixels, 0 or more
 * @param planes bits of one value, 1 to 8
 */
public record BitLayout(Shape shape, int pad, int planes) {
    public static final int WORD_BITS = Long.SIZE;

    public BitLayout {
        if (pad < 0 || pad > Shape.MAX_SIDE) {
            throw new IllegalArgumentException(
                    "bit layout: got pad %d, wanted 0..%d: check kernel and dilation"
                            .formatted(pad, Shape.MAX_SIDE));
        }
        if (planes < 1 || planes > 8) {
            throw new IllegalArgumentException(
                    "bit layout: got %d planes, wanted 1..8: check the activation's bits"
                            .formatted(planes));
        }
    }

    /** One plane: signs. */
    public BitLayout(Shape shape, int pad) {
        this(shape, pad, 1);
    }

    /** 64-bit words that hold {@code channels} bits. */
    public static int words(int channels) {
        return (channels + WORD_BITS - 1) / WORD_BITS;
    }

    /** Which bits of word {@code word} belong to a channel; the others are 0 for ever. */
    public static long usedBits(int channels, int word) {
        int bits = channels - word * WORD_BITS;
        return bits >= WORD_BITS ? -1L : bits <= 0 ? 0L : (1L << bits) - 1;
    }

    /** Words of one plane of a pixel. */
    public int words() {
        return words(shape.channels());
    }

    /** Words from one pixel to the next. */
    public int pixelWords() {
        return planes * words();
    }

    /** Words from one row to the next. */
    public int rowWords() {
        return (shape.width() + 2 * pad) * pixelWords();
    }

    /** Index of the first word of pixel (y, x); the border has indices −pad and size + pad − 1. */
    public long wordIndex(int y, int x) {
        return (long) (y + pad) * rowWords() + (long) (x + pad) * pixelWords();
    }

    public long bytes() {
        return (long) (shape.height() + 2 * pad) * rowWords() * Long.BYTES;
    }

    /**
     * For a convolution: where the words of its taps lie, seen from the word index of its first
     * tap's pixel, in the order {@code [ky][kx][word]} in which weights are packed. Of plane 0; add
     * {@link #words()} for each next plane.
     */
    public int[] tapOffsets(int kernel, int dilation) {
        int[] offsets = new int[kernel * kernel * words()];
        for (int k = 0; k < offsets.length; k++) {
            int tap = k / words();
            offsets[k] =
                    tap / kernel * dilation * rowWords()
                            + tap % kernel * dilation * pixelWords()
                            + k % words();
        }
        return offsets;
    }
}
