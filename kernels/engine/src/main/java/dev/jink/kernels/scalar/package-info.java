/**
 * The path for any JVM: packed bits and population counts without vectors. Entered through {@link
 * dev.jink.kernels.KernelProvider} only.
 */
package dev.jink.kernels.scalar;
