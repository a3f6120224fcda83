package dev.jink.kernels.vector;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.scalar.PlainLoops;
import dev.jink.kernels.scalar.ScalarKernels;

/**
 * The paths over the Vector API: one object per width.
 *
 * @param bits 512, 256 or 128
 * @param vectorCount whether the processor counts the bits of each lane in one instruction or two;
 *     without, words are first added bit by bit
 */
public record VectorKernels(int bits, boolean vectorCount) implements Kernels {
    /** Bits of the widest vectors that this machine and JVM compile well. */
    public static int preferredBits() {
        return Species.preferredBits();
    }

    @Override
    public String path() {
        return Integer.toString(bits);
    }

    @Override
    public LayerKernel prepare(Layer layer) {
        return switch (layer) {
            case InputConv conv ->
                    InputKernel.sumsFitFloat(conv)
                            ? new InputKernel(conv, bits)
                            : new Renamed(new ScalarKernels().prepare(conv), "sums may pass 2^24");
            case BinaryConv conv -> binary(conv);
            case Head head -> new HeadKernel(head, bits);
            default -> PlainLoops.prepare(layer);
        };
    }

    private LayerKernel binary(BinaryConv conv) {
        if (conv.weights().isMapped()) {
            return MappedKernel.canTake(conv)
                    ? new MappedKernel(conv, bits)
                    : new Renamed(new ScalarKernels().prepare(conv), "weights stay in the file");
        }
        return BinaryKernel.canTake(conv, bits)
                ? new BinaryKernel(conv, bits, vectorCount)
                : new Renamed(new ScalarKernels().prepare(conv), "groups of few channels");
    }

    @Override
    public LayerKernel prepare(Quantizer quantizer) {
        return new QuantizeKernel(quantizer, bits);
    }

    /** A kernel of another path, with the reason why it is used here. */
    private record Renamed(LayerKernel kernel, String why) implements LayerKernel {
        @Override
        public String name() {
            return kernel.name();
        }

        @Override
        public Step bind(Buffers buffers, int fromRow, int toRow) {
            return kernel.bind(buffers, fromRow, toRow);
        }
    }
}
