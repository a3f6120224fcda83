package dev.jink.compiler.export;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.Window;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** One binary convolution as ONNX nodes: quantizer, border, convolution, epilogue. */
final class BinaryExport {
    private final OnnxBuilder onnx;

    BinaryExport(OnnxBuilder onnx) {
        this.onnx = onnx;
    }

    String layer(BinaryConv conv, String x, String other) {
        Window window = conv.window();
        String level = levels(conv.quantizer(), x);
        long[] pads = Export.pads(window, conv.in());
        if (!Arrays.equals(pads, new long[4])) {
            Tensor all = Tensor.list(0, 0, pads[0], pads[1], 0, 0, pads[2], pads[3]);
            level =
                    onnx.node(
                            "Pad", level, onnx.constant(all), onnx.scalar(conv.quantizer().top()));
        }
        Map<String, Object> attributes = new TreeMap<>();
        attributes.put("strides", Export.twice(window.stride()));
        attributes.put("dilations", Export.twice(window.dilation()));
        if (conv.groups() > 1) {
            attributes.put("group", (long) conv.groups());
        }
        String dot = onnx.node("Conv", attributes, level, onnx.constant(weights(conv)));
        String v = Export.scaled(onnx, dot, conv.scale(), conv.bias());
        v =
                switch (conv.shortcut()) {
                    case NONE -> v;
                    case IDENTITY -> onnx.node("Add", v, x);
                    case POOL2 -> onnx.node("Add", v, block(conv, x));
                    case OTHER -> onnx.node("Add", v, other);
                };
        return Export.activation(onnx, conv.activation(), v);
    }

    private String levels(Quantizer quantizer, String x) {
        float[] shift = quantizer.shift();
        if (quantizer.bits() == 1) {
            String shifted = Export.isAll(shift, 0) ? x : onnx.node("Add", x, onnx.channels(shift));
            String negative = onnx.node("Less", shifted, onnx.scalar(0));
            return onnx.node("Where", negative, onnx.scalar(-1), onnx.scalar(1));
        }
        int top = quantizer.top();
        String code = onnx.node("Add", x, onnx.channels(shift));
        code = onnx.node("Mul", code, onnx.scalar(quantizer.inverseStep()));
        code = onnx.node("Add", code, onnx.scalar(1 << quantizer.bits() - 1));
        code = onnx.node("Clip", code, onnx.scalar(0), onnx.scalar(top));
        code = onnx.node("Floor", code);
        code = onnx.node("Mul", code, onnx.scalar(2));
        return onnx.node("Sub", code, onnx.scalar(top));
    }

    private static Tensor weights(BinaryConv conv) {
        int channels = conv.groupChannels();
        int words = conv.groupWords();
        float[] values = new float[conv.outChannels() * conv.taps()];
        for (int i = 0; i < values.length; i++) {
            int c = i % channels;
            long word = conv.weights().word((long) i / channels * words + c / 64);
            values[i] = (word >>> c & 1) == 1 ? -1 : 1;
        }
        return Export.channelsFirst(values, conv.outChannels(), conv.kernel(), channels);
    }

    /**
     * Means of 2x2 blocks by halves, first side by side, then one above the other: sums of two are
     * the same in any order and halves are exact, so every runtime gives the engine's bits.
     */
    private String block(BinaryConv conv, String x) {
        Shape in = conv.in();
        String pairs = onnx.node("AveragePool", halves(1, 2, 0, in.width() % 2), x);
        String block = onnx.node("AveragePool", halves(2, 1, in.height() % 2, 0), pairs);
        if (conv.outChannels() == in.channels()) {
            return block;
        }
        long[] which = new long[conv.outChannels()];
        for (int i = 0; i < which.length; i++) {
            which[i] = i % in.channels();
        }
        return onnx.node("Gather", Map.of("axis", 1L), block, onnx.constant(Tensor.list(which)));
    }

    /** An odd edge lies half outside: the mean of what is inside is the edge pixel, twice. */
    private static Map<String, Object> halves(long high, long wide, long below, long right) {
        return Map.of(
                "kernel_shape", new long[] {high, wide},
                "strides", new long[] {high, wide},
                "pads", new long[] {0, 0, below, right},
                "count_include_pad", 0L);
    }
}
