package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.Tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A node with what its inputs are; null where one is left out.
 *
 * @param constants the same, null where one is no constant
 */
record Arguments(OnnxNode node, List<Flow> inputs, List<Tensor> constants, long opset) {
    /** As many as any operator here reads, so that one that is missing is one that is left out. */
    private static final int MOST = 5;

    Arguments {
        List<Tensor> padded = new ArrayList<>(constants);
        while (padded.size() < MOST) {
            padded.add(null);
        }
        constants = Collections.unmodifiableList(padded);
    }

    /** Those inputs that the engine computes. */
    List<Flow.Live> live() {
        return inputs.stream()
                .filter(Flow.Live.class::isInstance)
                .map(Flow.Live.class::cast)
                .toList();
    }

    /** Its first input, computed by the engine. */
    Flow.Live first() {
        return live(0);
    }

    Flow.Live live(int index) {
        if (index < inputs.size() && inputs.get(index) instanceof Flow.Live live) {
            return live;
        }
        throw node.error(
                "no computed input " + index,
                "what the picture leads to",
                "exchange its inputs, or leave it out");
    }

    /** A constant that may be left out: null then. */
    Tensor optional(int index) {
        if (index >= inputs.size() || inputs.get(index) == null) {
            return null;
        }
        return constant(index);
    }

    Tensor constant(int index) {
        Tensor tensor = index < constants.size() ? constants.get(index) : null;
        if (tensor == null) {
            throw node.error(
                    "input %d computed from the picture".formatted(index),
                    "a constant",
                    "export it with constant weights");
        }
        return tensor;
    }

    /** The single number of a constant. */
    float scalar(int index) {
        float[] values = constant(index).floats();
        if (values.length != 1) {
            throw node.error(
                    values.length + " numbers in input " + index,
                    "one",
                    "quantize activations per tensor");
        }
        return values[0];
    }

    /**
     * A constant that is stretched over a computed value: one number, or one for each channel.
     *
     * @throws OnnxException when it differs from pixel to pixel
     */
    float[] channels(Tensor tensor, Flow.Live over) {
        float[] values = tensor.floats();
        int[] dims = over.dims();
        int[] own = tensor.dims();
        int axis = over.axes().of(over.shape(), 'C');
        int channels = over.shape().channels();
        float[] result = new float[channels];
        boolean[] set = new boolean[channels];
        boolean fits = values.length > 0 && own.length <= dims.length;
        for (int i = 0; fits && i < own.length; i++) {
            int side = dims[dims.length - own.length + i];
            fits = own[i] == 1 || own[i] == side;
        }
        int step = 1;
        int at = axis < 0 ? -1 : axis - (dims.length - own.length);
        for (int i = own.length - 1; at >= 0 && i > at; i--) {
            step *= own[i];
        }
        boolean varies = fits && at >= 0 && at < own.length && own[at] == channels;
        for (int i = 0; fits && i < values.length; i++) {
            int c = varies ? i / step % channels : 0;
            fits = !set[c] || result[c] == values[i];
            result[c] = values[i];
            set[c] = true;
        }
        if (!fits) {
            throw node.error(
                    "a constant %s over %s (%s)"
                            .formatted(Arrays.toString(own), Arrays.toString(dims), over.axes()),
                    "one number, or one for each channel",
                    "make it alike for all pixels");
        }
        float first = result[0];
        return varies && channels > 1 ? result : new float[] {first};
    }

    /** What is wrong with an operator that nothing here answers to. */
    OnnxException unsupported() {
        return node.error(
                "an operator that the engine does not have",
                Supported.LIST,
                "replace it, or split the network there");
    }

    static float[] negative(float[] values) {
        float[] result = new float[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = -values[i];
        }
        return result;
    }
}
