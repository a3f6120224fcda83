/**
 * Float networks made fit for the engine after training: signs of their weights, activations of few
 * bits, both calibrated on pictures. Works on ONNX graphs; what comes out is lowered as any other.
 */
package dev.jink.compiler.binarize;
