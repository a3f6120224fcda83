package dev.jink.kernels.vector;

/**
 * One stage of a layer for a few output pixels at a time: what it reads and writes of them stays in
 * the nearest cache until the next stage has it. Pixels are numbered row by row; in the stages' own
 * arrays the first of them is number 0.
 *
 * <p>Implementations are templates for {@link Specializer}: package-private, one constructor with
 * one record, no lambdas, vectors in locals only. No method of theirs takes or returns a vector: C2
 * may decide, after a rare shape, not to inline one, and then every vector that crosses it is an
 * object on the heap for as long as the JVM runs.
 *
 * <p>Nor is an operation called on a vector that a loop carries. C2 knows only the declared class of
 * that one until it has a profile of the call, and it has none where the JDK's method ran in code
 * without profiles (tier 2, on a busy machine): the call stays virtual, and again every vector that
 * crosses it is an object. So {@code sum = product.add(sum)}, and behind the loop the sum is cast to
 * the species' own class.
 */
interface Stage {
    /**
     * @param first number of the first output pixel
     * @param pixels how many, at most that which the stage was made for
     */
    void run(int first, int pixels);
}
