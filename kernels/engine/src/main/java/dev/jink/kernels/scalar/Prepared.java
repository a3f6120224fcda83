package dev.jink.kernels.scalar;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.LayerKernel;

import java.util.function.Function;

/** A layer with the scalar kernel chosen for it. */
record Prepared(String name, String why, Function<Buffers, Step> binder) implements LayerKernel {
    @Override
    public Step bind(Buffers buffers) {
        return binder.apply(buffers);
    }
}
