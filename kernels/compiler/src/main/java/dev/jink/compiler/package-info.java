/**
 * {@code jink compile}, {@code binarize} and {@code export}: networks from ONNX, to 1-bit weights, and
 * back to ONNX. For the desk; never on the drone.
 *
 * <p>Rooms: {@link dev.jink.compiler.onnx} reads and writes files, {@link dev.jink.compiler.graph}
 * simplifies graphs, {@link dev.jink.compiler.lower} finds the engine's layers in them, {@link
 * dev.jink.compiler.binarize} makes float networks fit for that, {@link dev.jink.compiler.export} goes
 * the other way, {@link dev.jink.compiler.runtime} runs both sides beside each other.
 */
package dev.jink.compiler;
