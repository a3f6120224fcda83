package dev.jink.kernels.scalar;

import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;

/**
 * The path that runs on any JVM: no vectors of our own, one {@code POPCNT} per 64 weights. Its
 * constants and scratch are plain arrays, made at load.
 */
public final class ScalarKernels implements Kernels {
    @Override
    public String path() {
        return "scalar";
    }

    @Override
    public LayerKernel prepare(Layer layer) {
        return switch (layer) {
            case InputConv conv ->
                    new Prepared("int dot", "no vectors", io -> new ScalarInputConv(conv, io));
            case BinaryConv conv ->
                    new Prepared("popcnt 64", "no vectors", io -> new ScalarBinaryConv(conv, io));
            case Head head -> new Prepared("float", "no vectors", io -> new ScalarHead(head, io));
        };
    }
}
