package dev.jink.kernels.vector;

/**
 * One stage of a layer for one row of output at a time: what it reads and writes of a row stays in
 * the first-level cache until the next stage has it.
 *
 * <p>Implementations are templates for {@link Specializer}: package-private, one constructor with
 * one record, no lambdas, vectors in locals only. No method of theirs takes or returns a vector: C2
 * may decide, after a rare shape, not to inline one, and then every vector that crosses it is an
 * object on the heap for as long as the JVM runs.
 */
interface RowKernel {
    /**
     * @param y output row, ascending over a run
     */
    void run(int y);
}
