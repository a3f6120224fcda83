package dev.jink.kernels.vector;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.scalar.ScalarKernels;

/**
 * The paths over the Vector API: one object per width.
 *
 * @param bits 512, 256 or 128
 */
public record VectorKernels(int bits) implements Kernels {
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
            case BinaryConv conv -> new BinaryKernel(conv, bits);
            case Head head -> new HeadKernel(head, bits);
        };
    }

    /** A kernel of another path, with the reason why it is used here. */
    private record Renamed(LayerKernel kernel, String why) implements LayerKernel {
        @Override
        public String name() {
            return kernel.name();
        }

        @Override
        public Step bind(Buffers buffers) {
            return kernel.bind(buffers);
        }
    }
}
