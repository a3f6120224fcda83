package dev.jink.kernels.vector;

/**
 * What a stage that counts differing bits works on. A vector holds one word of each of {@code
 * lanes} = bits / 64 out channels.
 *
 * <p>Vectors 2g and 2g + 1 hold the even and the odd channels of group g of {@code 2 lanes}
 * channels: their counts then interleave into one vector of ints with a shift and an or.
 *
 * <p>A column is one plane of one pixel: planes share weights, so to this stage they are
 * just more pixels.
 *
 * @param patches {@code [columns][words]} words under the kernel. Not modified.
 * @param weights {@code [vectors][words][lanes]}. Not modified.
 * @param counts {@code [columns][pitch][lanes]}. Modified.
 * @param planes columns of one pixel
 * @param words words of one out channel's weights, K
 * @param base first vector of the block of channels at hand, even
 * @param first first vector that these patches belong to, even
 * @param end the vector behind the last of them, even
 * @param pitch vectors of the block
 */
record CountArguments(
        long[] patches,
        long[] weights,
        long[] counts,
        int planes,
        int words,
        int base,
        int first,
        int end,
        int pitch) {

    /** The out channel in a lane of a vector, when a vector has {@code lanes} of them. */
    static int channel(int vector, int lane, int lanes) {
        return vector / 2 * 2 * lanes + 2 * lane + vector % 2;
    }
}
