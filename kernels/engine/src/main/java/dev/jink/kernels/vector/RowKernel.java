package dev.jink.kernels.vector;

/**
 * One stage of a layer for one row of output at a time: what it reads and writes of a row stays in
 * the first-level cache until the next stage has it.
 *
 * <p>Implementations are templates for {@link Specializer}: package-private, one constructor with
 * one record, no lambdas, vectors in locals only.
 */
interface RowKernel {
    /**
     * @param y output row, ascending over a run
     */
    void run(int y);
}
