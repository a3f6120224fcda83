package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What an 8-bit pixel p is to the network's input: {@code (p - mean[c]) / deviation[c]}, and the
 * input's size where the file leaves it open.
 *
 * @param mean one, or one for each channel, in pixel values 0 … 255
 * @param deviation likewise, above 0
 * @param size null when the file says it
 */
public record PixelScale(float[] mean, float[] deviation, Shape size) {
    public static final PixelScale PLAIN = new PixelScale(new float[] {0}, new float[] {1}, null);

    public PixelScale {
        for (float each : deviation) {
            if (!(each > 0) || !Float.isFinite(each)) {
                throw new OnnxException(
                        "pixel deviation: got %s, wanted numbers above 0".formatted(each));
            }
        }
        for (float each : mean) {
            if (!Float.isFinite(each)) {
                throw new OnnxException("pixel mean: got %s, wanted numbers".formatted(each));
            }
        }
    }

    /** What the network's input is for a pixel of this channel. */
    public float of(int pixel, int channel) {
        float less = mean[mean.length == 1 ? 0 : channel];
        return (pixel - less) / deviation[deviation.length == 1 ? 0 : channel];
    }

    /**
     * How the input of a graph lies.
     *
     * @throws OnnxException when it is no picture
     */
    public InputLayout layout(OnnxModel graph) {
        if (graph.inputs().size() != 1) {
            throw new OnnxException(
                    "inputs: got %d, wanted one picture: split the network"
                            .formatted(graph.inputs().size()));
        }
        Flow.Live picture = picture(graph);
        return new InputLayout(picture.shape(), picture.axes());
    }

    /** The picture behind an input of the graph. */
    Flow.Live picture(OnnxModel graph) {
        OnnxValue input = graph.inputs().getFirst();
        int[] dims = input.dims() == null ? new int[0] : input.dims();
        boolean floats = input.type() == Tensor.FLOAT;
        if (!floats && input.type() != Tensor.UINT8) {
            throw new OnnxException(
                    "input '%s': got element type %d, wanted float or uint8: export it again"
                            .formatted(input.name(), input.type()));
        }
        if (dims.length == 2 || dims.length == 4) {
            if (dims[0] > 1) {
                throw new OnnxException(
                        "input '%s': got a batch of %d, wanted 1: export it with a batch of 1"
                                .formatted(input.name(), dims[0]));
            }
        }
        Axes axes;
        Shape shape;
        if (dims.length == 2) {
            axes = new Axes(List.of("N", "C"));
            shape = size != null ? size : new Shape(1, 1, dims[1]);
        } else if (dims.length == 4) {
            boolean last = isChannelsLast(graph, input);
            axes = last ? Axes.NHWC : Axes.NCHW;
            shape =
                    size != null
                            ? size
                            : last
                                    ? shape(input, dims[1], dims[2], dims[3])
                                    : shape(input, dims[2], dims[3], dims[1]);
        } else {
            throw new OnnxException(
                    "input '%s': got %d axes, wanted NCHW or NHWC: export it with a batch axis"
                            .formatted(input.name(), dims.length));
        }
        int[] wanted = axes.dims(shape);
        for (int i = 1; i < dims.length; i++) {
            if (dims[i] > 0 && dims[i] != wanted[i]) {
                throw new OnnxException(
                        "input '%s': got --input %s for sides %s, wanted one that fits: change it"
                                .formatted(input.name(), shape, Arrays.toString(dims)));
            }
        }
        Flow.Live picture = new Flow.Live(new Base.Picture(shape), axes);
        OnnxNode node =
                new OnnxNode(input.name(), "Input", "", List.of(), List.of(input.name()), Map.of());
        if (!floats) {
            return picture;
        }
        if (!Slots.isZero(mean)) {
            float[] less = mean.clone();
            for (int c = 0; c < less.length; c++) {
                less[c] = -less[c];
            }
            picture = picture.then(Op.add(node, checked(less, shape)));
        }
        float[] by = deviation.clone();
        boolean scaled = false;
        for (int c = 0; c < by.length; c++) {
            scaled |= by[c] != 1;
            by[c] = 1 / by[c];
        }
        return scaled ? picture.then(Op.mul(node, checked(by, shape))) : picture;
    }

    private static float[] checked(float[] values, Shape shape) {
        if (values.length != 1 && values.length != shape.channels()) {
            throw new OnnxException(
                    "pixel scale: got %d numbers, wanted 1 or %d, one for each channel"
                            .formatted(values.length, shape.channels()));
        }
        return values;
    }

    /** By what the first convolution wants; without one, by which side can be that of channels. */
    private static boolean isChannelsLast(OnnxModel graph, OnnxValue input) {
        String name = input.name();
        for (OnnxNode node : graph.nodes()) {
            if (!node.inputs().contains(name) || node.op().equals("Shape")) {
                continue;
            }
            if (node.op().equals("Conv")) {
                return false;
            }
            long[] order = node.list("perm");
            if (node.op().equals("Transpose") && order != null && order.length == 4) {
                return order[1] == 3;
            }
            name = node.output();
        }
        return isChannels(input.dims()[3]) && !isChannels(input.dims()[1]);
    }

    private static boolean isChannels(int side) {
        return side == 1 || side == 3 || side == 4;
    }

    private static Shape shape(OnnxValue input, int height, int width, int channels) {
        if (height < 1 || width < 1 || channels < 1) {
            throw new OnnxException(
                    "input '%s': got sides %s, -1 being open, wanted a picture's size: say --input"
                                    .formatted(input.name(), Arrays.toString(input.dims()))
                            + " HEIGHTxWIDTHxCHANNELS");
        }
        return new Shape(height, width, channels);
    }
}
