/**
 * ONNX files, as far as networks of convolutions need them: records of a graph, read from and
 * written to protobuf's wire format field by field, with the field numbers of {@code onnx.proto}.
 * Knows no engine and no operator.
 */
package dev.jink.compiler.onnx;
