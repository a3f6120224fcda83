/**
 * The paths over the Vector API, and its only imports in the engine. Entered through {@link
 * dev.jink.kernels.KernelProvider}, which looks first whether the module is there.
 *
 * <p>A layer runs row by row through stages ({@code Stage}): gather, count, dot products,
 * shortcut, epilogue, store. What a stage hands to the next is one row in an array and stays in the
 * first-level cache. A stage that uses vectors is written once and defined for each width by {@code
 * Specializer}. Three rules keep C2 from boxing vectors, which costs a factor of five and
 * allocates: vectors live in locals of one method, methods stay small, vectors come from arrays. A
 * test measures that a run allocates nothing.
 */
package dev.jink.kernels.vector;
