package dev.jink.kernels.vector;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.plan.BinaryConv;

import java.util.Arrays;

/** Where {@link TileSigns} is used, and its weights and limits: whole tiles, channels in order. */
final class SignTiles {
    private SignTiles() {}

    /** Whether a tile takes these: C2 has no instruction for a mask of two longs, and boxes it. */
    static boolean canTake(int bits, int planes) {
        return bits >= 256 && planes <= 4;
    }

    /** {@code [vectors / 4][words][4][lanes]}; channels past the last have weights of 0. */
    static long[] pack(BinaryConv layer, int words, int bits) {
        int lanes = bits / Long.SIZE;
        long[] weights = layer.weights().toArray();
        long[] packed = new long[Math.multiplyExact(padded(layer.outChannels(), lanes), words)];
        for (int channel = 0; channel < layer.outChannels(); channel++) {
            for (int word = 0; word < words; word++) {
                packed[index(channel, word, words, lanes)] = weights[channel * words + word];
            }
        }
        return packed;
    }

    private static int index(int channel, int word, int words, int lanes) {
        int vector = channel / lanes;
        return ((vector / TileSigns.VECTORS * words + word) * TileSigns.VECTORS
                                + vector % TileSigns.VECTORS)
                        * lanes
                + channel % lanes;
    }

    /** {@code [vectors][lanes]}; no count is above those of channels past the last. */
    static long[] limits(Thresholds folded, int bits) {
        int lanes = bits / Long.SIZE;
        long[] limits = new long[padded(folded.limits().length, lanes)];
        Arrays.fill(limits, Integer.MAX_VALUE);
        for (int i = 0; i < folded.limits().length; i++) {
            limits[i] = folded.limits()[i];
        }
        return limits;
    }

    /** Where the words of a group's weights meet their input, seen from the first tap's pixel. */
    static int[] offsets(BinaryConv layer, BitLayout in, int group) {
        int[] all = in.tapOffsets(layer.window().kernel(), layer.window().dilation());
        int words = layer.groupWords();
        int[] offsets = new int[layer.window().taps() * words];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = all[i / words * in.words()] + group * words + i % words;
        }
        return offsets;
    }

    private static int padded(int channels, int lanes) {
        int tile = TileSigns.VECTORS * lanes;
        return Math.ceilDiv(channels, tile) * tile;
    }
}
