package dev.jink.kernels;

import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Quantizer;

/**
 * One way to compute layers: a path such as {@code 256} or {@code scalar}. Got from {@link
 * KernelProvider}. Stateless, any thread.
 */
public interface Kernels {
    /** {@code 512}, {@code 256}, {@code 128} or {@code scalar}. */
    String path();

    /** Chooses the kernel for a layer and says what memory it needs. Called at load. */
    LayerKernel prepare(Layer layer);

    /**
     * The kernel that turns floats into planes where no layer can do it on the way out: {@code
     * floatsIn} to {@code bitsOut}.
     */
    LayerKernel prepare(Quantizer quantizer);
}
