/**
 * What can be said of an ONNX graph before any engine layer is thought of: constants are folded,
 * straight-through estimators are undone, what the output does not need falls away.
 */
package dev.jink.compiler.graph;
