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

    /**
     * Packs the weights, makes what scratch it needs, settles every address. Called at load, once
     * for each share of the rows, by one thread.
     *
     * @param fromRow first row of the output that the step computes
     * @param toRow the row behind the last
     */
    Step bind(Buffers buffers, int fromRow, int toRow);

    /** A layer, or some rows of it, bound to memory. Shares of one layer may run side by side. */
    interface Step {
        /** Computes its rows from the input buffers into the output buffers. No allocation. */
        void run();
    }
}
