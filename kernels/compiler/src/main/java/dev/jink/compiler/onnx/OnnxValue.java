package dev.jink.compiler.onnx;

/**
 * An input or output of a graph.
 *
 * @param type element type, see {@link Tensor}
 * @param dims sides; −1 where the file leaves one open, null where it says none. Not copied; nobody changes them.
 */
public record OnnxValue(String name, int type, int[] dims) {
    public OnnxValue(String name, int... dims) {
        this(name, Tensor.FLOAT, dims);
    }
}
