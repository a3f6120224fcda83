package dev.jink.kernels.scalar;

import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Quantizer;

/**
 * The path that runs on any JVM: no vectors of our own, one {@code POPCNT} per 64 weights. Its
 * constants and scratch are plain arrays, made at load.
 */
public final class ScalarKernels implements Kernels {
    private static final String WHY = "no vectors";

    @Override
    public String path() {
        return "scalar";
    }

    @Override
    public LayerKernel prepare(Layer layer) {
        return switch (layer) {
            case InputConv conv ->
                    new Prepared(
                            "int dot", WHY, (io, y0, y1) -> new ScalarInputConv(conv, io, y0, y1));
            case BinaryConv conv ->
                    new Prepared(
                            "popcnt 64",
                            WHY,
                            (io, y0, y1) -> new ScalarBinaryConv(conv, io, y0, y1));
            case Head head ->
                    new Prepared("float", WHY, (io, y0, y1) -> new ScalarHead(head, io, y0, y1));
            default -> PlainLoops.prepare(layer);
        };
    }

    @Override
    public LayerKernel prepare(Quantizer quantizer) {
        return new Prepared("codes", WHY, ScalarQuantize::new);
    }
}
