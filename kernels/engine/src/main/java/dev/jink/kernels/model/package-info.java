/**
 * A network as a value, {@link dev.jink.kernels.model.Model}, and as a file, {@link
 * dev.jink.kernels.model.ModelFile}. The format is drawn in {@code ModelHeader}; only this room
 * knows its bytes.
 */
package dev.jink.kernels.model;
