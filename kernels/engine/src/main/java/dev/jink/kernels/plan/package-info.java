/**
 * Layers as data, and a model compiled to run: {@link dev.jink.kernels.plan.Plan} is what users of
 * the engine hold.
 */
package dev.jink.kernels.plan;
