/**
 * The executable specification: what a network computes, in plain loops, short enough to check by
 * eye. It ships, because {@link dev.jink.kernels.plan.Verification} compares every path with it on
 * the machine that will fly. Nothing here may be made fast, and nothing here knows bits, slabs or
 * plans.
 */
package dev.jink.kernels.reference;
