package dev.jink.kernels.scalar;

import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.plan.Add;
import dev.jink.kernels.plan.Concat;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Pool;
import dev.jink.kernels.plan.QuantizedHead;
import dev.jink.kernels.plan.Upsample;

/**
 * Layers that every path computes alike: loops over float arrays that C2 turns into vectors by
 * itself, since no sum runs from one element to the next.
 */
public final class PlainLoops {
    private static final String WHY = "plain loops, made vectors by C2";

    private PlainLoops() {}

    /**
     * @throws IllegalArgumentException for a layer that has kernels of its own
     */
    public static LayerKernel prepare(Layer layer) {
        return switch (layer) {
            case Pool pool ->
                    new Prepared(
                            "rows",
                            WHY,
                            (io, y0, y1) ->
                                    io.bitsIn() == null
                                            ? new PoolStep(pool, io, y0, y1)
                                            : new SignPoolStep(pool, io, y0, y1));
            case Upsample upsample ->
                    new Prepared(
                            "rows", WHY, (io, y0, y1) -> new UpsampleStep(upsample, io, y0, y1));
            case Concat concat ->
                    new Prepared("copy", WHY, (io, y0, y1) -> new ConcatStep(concat, io, y0, y1));
            case Add add -> new Prepared("rows", WHY, (io, y0, y1) -> new AddStep(add, io, y0, y1));
            case QuantizedHead head ->
                    new Prepared(
                            "int dot",
                            WHY,
                            (io, y0, y1) -> new QuantizedHeadStep(head, io, y0, y1));
            default -> throw new IllegalArgumentException(layer + " has kernels of its own");
        };
    }
}
