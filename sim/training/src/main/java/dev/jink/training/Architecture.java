package dev.jink.training;

import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a network: an 8-bit stem, a chain of one-bit 3x3 blocks, a float 1x1 head.
 *
 * @param height rows of the input picture
 * @param width columns of the input picture
 * @param stem the first layer, on pixels
 * @param blocks the one-bit layers, in order
 * @param logits outputs per cell
 * @param activationBits 1, 2 or 4: how finely the blocks read their inputs
 */
record Architecture(
        int height, int width, Stem stem, List<Block> blocks, int logits, int activationBits) {

    /** Square kernel with padding kernel / 2, so a stride that divides the picture divides it. */
    record Stem(int channels, int kernel, int stride) {}

    /**
     * A 3x3 one-bit convolution with a real-valued shortcut.
     *
     * @param channels outputs; at stride 1 equal to the inputs, as the shortcut is the identity
     * @param stride 1, or 2 with a 2x2 average-pool shortcut
     * @param dilation distance between taps, in cells of the input
     */
    record Block(int channels, int stride, int dilation) {
        int pad() {
            return dilation;
        }
    }

    Architecture {
        blocks = List.copyOf(blocks);
        if (activationBits != 1 && activationBits != 2 && activationBits != 4) {
            throw new IllegalArgumentException(
                    "activations: got %d bits, wanted 1, 2 or 4; change --activation-bits"
                            .formatted(activationBits));
        }
        int channels = stem.channels();
        for (Block b : blocks) {
            boolean identity = b.stride() == 1 && b.channels() == channels;
            boolean pooled = b.stride() == 2 && b.channels() % channels == 0;
            if (!identity && !pooled) {
                throw new IllegalArgumentException(
                        "block without a shortcut: got %d -> %d channels at stride %d, wanted equal"
                                        .formatted(channels, b.channels(), b.stride())
                                + " channels at stride 1 or a multiple at stride 2;"
                                + " change the widths");
            }
            channels = b.channels();
        }
        int step =
                stem.stride() * blocks.stream().mapToInt(Block::stride).reduce(1, (p, q) -> p * q);
        if (height % step != 0 || width % step != 0) {
            throw new IllegalArgumentException(
                    "picture does not divide into cells: got %dx%d with a total stride of %d,"
                                    .formatted(width, height, step)
                            + " wanted multiples of it; change the strides");
        }
    }

    /**
     * A network for the virtual camera: 160x120 in, 20x15 cells of 8x8 pixels out.
     *
     * @param stemChannels channels on the 40x30 map; they are what training time goes into
     * @param fineBlocks one-bit blocks on the 40x30 map
     * @param channels channels on the 20x15 map
     * @param dilations one block for each
     * @param activationBits 1, 2 or 4
     */
    static Architecture sight(
            int stemChannels,
            int fineBlocks,
            int channels,
            List<Integer> dilations,
            int activationBits) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < fineBlocks; i++) {
            blocks.add(new Block(stemChannels, 1, 1));
        }
        blocks.add(new Block(channels, 2, 1));
        dilations.forEach(d -> blocks.add(new Block(channels, 1, d)));
        return new Architecture(
                VirtualPicture.HEIGHT,
                VirtualPicture.WIDTH,
                new Stem(stemChannels, 7, 4),
                blocks,
                Ordinal.LOGITS,
                activationBits);
    }

    /**
     * The architecture of a trained model.
     *
     * @throws IllegalArgumentException in one line, when it isn't one of these
     */
    static Architecture of(Model model) {
        Stem stem = null;
        List<Block> blocks = new ArrayList<>();
        int bits = 1;
        for (Layer layer : model.layers()) {
            switch (layer) {
                case InputConv c -> stem = new Stem(c.outChannels(), c.kernel(), c.stride());
                case BinaryConv c -> {
                    blocks.add(new Block(c.outChannels(), c.stride(), c.window().dilation()));
                    bits = c.quantizer().bits();
                }
                case Head h -> {}
                default ->
                        throw new IllegalArgumentException(
                                ("model: got a layer %s, wanted a stem, 1-bit blocks and a head;"
                                                + " score one that jink train made")
                                        .formatted(layer.describe()));
            }
        }
        return new Architecture(
                model.input().height(),
                model.input().width(),
                stem,
                blocks,
                model.layers().getLast().out().channels(),
                bits);
    }

    /** Channels that the head reads. */
    int features() {
        return blocks.isEmpty() ? stem.channels() : blocks.getLast().channels();
    }

    /** Multiply-accumulates of one picture; those of the blocks are one-bit. */
    long macs() {
        int h = height / stem.stride();
        int w = width / stem.stride();
        int channels = stem.channels();
        long macs = (long) stem.kernel() * stem.kernel() * channels * h * w;
        for (Block b : blocks) {
            h /= b.stride();
            w /= b.stride();
            macs += 9L * channels * b.channels() * h * w;
            channels = b.channels();
        }
        return macs + (long) channels * logits * h * w;
    }

    /** One line for progress output and the model card. */
    String describe() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%dx%d u8 -> %dx%d/%d int8 %d"
                        .formatted(
                                width,
                                height,
                                stem.kernel(),
                                stem.kernel(),
                                stem.stride(),
                                stem.channels()));
        for (Block b : blocks) {
            text.append(
                    " -> 3x3/%d d%d 1-bit %d".formatted(b.stride(), b.dilation(), b.channels()));
            if (activationBits > 1) {
                text.append(" of %d-bit activations".formatted(activationBits));
            }
        }
        return text.append(" -> 1x1 float %d; %.1f MMAC".formatted(logits, macs() / 1e6))
                .toString();
    }
}
