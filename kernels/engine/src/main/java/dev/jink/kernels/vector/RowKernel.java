package dev.jink.kernels.vector;

/**
 * One stage of a layer for one band of output rows at a time: what it reads and writes of a band
 * stays in the nearest caches until the next stage has it. A band is dense: its pixels are numbered
 * through.
 *
 * <p>Implementations are templates for {@link Specializer}: package-private, one constructor with
 * one record, no lambdas, vectors in locals only. No method of theirs takes or returns a vector: C2
 * may decide, after a rare shape, not to inline one, and then every vector that crosses it is an
 * object on the heap for as long as the JVM runs.
 */
interface RowKernel {
    /**
     * @param y first output row of the band
     * @param rows its height, at most that which the stage was made for
     */
    void run(int y, int rows);
}
