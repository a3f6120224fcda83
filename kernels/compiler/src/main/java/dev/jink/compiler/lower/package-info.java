/**
 * From a simplified ONNX graph to engine layers. Values are followed node by node: a value is what
 * some layer leaves, and the element-wise operators that came after it. They are gathered until it
 * is known whether they end up in a layer's epilogue or in how the next layer reads its input.
 */
package dev.jink.compiler.lower;
