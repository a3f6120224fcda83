/**
 * From the engine's model to plain ONNX: standard operators alone, every sign and every level of an
 * activation as the engine has it.
 */
package dev.jink.compiler.export;
