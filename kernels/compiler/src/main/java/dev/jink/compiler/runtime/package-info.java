/**
 * Networks run beside each other: ONNX Runtime, the engine, and the pictures both are given.
 */
package dev.jink.compiler.runtime;
