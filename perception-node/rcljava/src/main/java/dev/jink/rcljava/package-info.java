/**
 * What this implementation of rcljava has beyond that API: lists that are views of off-heap or
 * primitive memory, and the transport's counters.
 *
 * <p>Code that must also run on the official rcljava may touch these types in one adapter only.
 */
package dev.jink.rcljava;
