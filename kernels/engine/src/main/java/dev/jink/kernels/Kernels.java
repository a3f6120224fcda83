package dev.jink.kernels;

import dev.jink.kernels.plan.Layer;

/**
 * One way to compute layers: a path such as {@code 256} or {@code scalar}. Got from {@link
 * KernelProvider}. Stateless, any thread.
 */
public interface Kernels {
    /** {@code 512}, {@code 256}, {@code 128} or {@code scalar}. */
    String path();

    /** Chooses the kernel for a layer and says what memory it needs. Called at load. */
    LayerKernel prepare(Layer layer);
}
