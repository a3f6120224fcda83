package dev.jink.kernels;

/**
 * A layer for which a kernel has been chosen, before it has memory. Packed weights and scratch are
 * arrays of its own, made when it is bound.
 */
public interface LayerKernel {
    /** The chosen kernel in a word or two, for the plan's table. */
    String name();

    /** Why this kernel, in a few words, for the plan's table. */
    String why();

    /** Packs the weights, makes what scratch it needs, settles every address. Called at load. */
    Step bind(Buffers buffers);

    /** A layer bound to its memory. */
    interface Step {
        /** Computes the layer from its input buffers into its output buffers. No allocation. */
        void run();
    }
}
