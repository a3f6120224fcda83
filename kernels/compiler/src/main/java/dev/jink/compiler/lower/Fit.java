package dev.jink.compiler.lower;

import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Padding;
import dev.jink.kernels.plan.Window;

/**
 * The window of a convolution or pool as ONNX gives it, every side for itself.
 *
 * @param kernel taps: height, width
 * @param before border above and left
 * @param out pixels that it leaves: height, width
 */
record Fit(int[] kernel, int[] stride, int[] dilation, int[] before, int[] out, boolean padded) {
    /**
     * @param pads top, left, bottom, right, of a Pad ahead of it
     */
    static Fit of(OnnxNode node, Shape in, int[] kernel, float[] pads) {
        int[] stride = pair(node, "strides", 1);
        int[] dilation = pair(node, "dilations", 1);
        long[] own = node.list("pads") == null ? new long[4] : node.list("pads");
        String auto = node.text("auto_pad", "NOTSET");
        if (own.length != 4) {
            throw node.error(own.length + " pads", "four, of a picture", "use 2-D layers");
        }
        int[] before = new int[2];
        int[] out = new int[2];
        boolean padded = false;
        for (int i = 0; i < 2; i++) {
            int side = i == 0 ? in.height() : in.width();
            int reach = dilation[i] * (kernel[i] - 1);
            long first = own[i] + (long) pads[i];
            long last = own[i + 2] + (long) pads[i + 2];
            if (auto.startsWith("SAME")) {
                int wanted = (side - 1) / stride[i] + 1;
                int total = Math.max(0, (wanted - 1) * stride[i] + reach + 1 - side);
                first = auto.equals("SAME_UPPER") ? total / 2 : total - total / 2;
                last = total - first;
            }
            long room = side + first + last - reach - 1;
            if (first < 0 || last < 0 || first > 4096 || last > 4096 || room < 0) {
                throw node.error(
                        "a window of %d pixels over %d with borders %d and %d"
                                .formatted(reach + 1, side, first, last),
                        "one that fits",
                        "export it again");
            }
            boolean ceil = node.number("ceil_mode", 0) != 0;
            long windows = (ceil ? room + stride[i] - 1 : room) / stride[i] + 1;
            // A window may not begin behind the picture.
            if (ceil && (windows - 1) * stride[i] >= side + first) {
                windows--;
            }
            before[i] = (int) first;
            out[i] = (int) windows;
            padded |= first > 0 || (out[i] - 1) * stride[i] + reach + 1 - first > side;
        }
        return new Fit(kernel, stride, dilation, before, out, padded);
    }

    /** Whether each pixel is taken by itself. */
    boolean isPoint() {
        return kernel[0] == 1 && kernel[1] == 1 && !padded && stride[0] == stride[1];
    }

    private static int[] pair(OnnxNode node, String attribute, int otherwise) {
        long[] values = node.list(attribute);
        if (values == null) {
            return new int[] {otherwise, otherwise};
        }
        if (values.length != 2
                || values[0] < 1
                || values[1] < 1
                || values[0] > 4096
                || values[1] > 4096) {
            throw node.error(attribute + " of " + values.length, "two, above 0", "use 2-D layers");
        }
        return new int[] {(int) values[0], (int) values[1]};
    }

    /** The engine's window that does the same. */
    Window window(OnnxNode node, Shape in) {
        if (kernel[0] != kernel[1] || stride[0] != stride[1] || dilation[0] != dilation[1]) {
            throw node.error(
                    "a window of %dx%d, stride %dx%d"
                            .formatted(kernel[0], kernel[1], stride[0], stride[1]),
                    "a square one",
                    "make it square");
        }
        int spread = kernel[0] == 1 ? 1 : dilation[0];
        for (Padding padding : Padding.values()) {
            Window window = new Window(kernel[0], stride[0], spread, padding);
            boolean room =
                    padding != Padding.VALID || window.reach() < Math.min(in.height(), in.width());
            if (room && window.before() == before[0] && window.before() == before[1]) {
                Shape left = window.over(in, 1);
                if (left.height() == out[0] && left.width() == out[1]) {
                    return window;
                }
            }
        }
        Window same = Window.same(kernel[0], stride[0], spread);
        throw node.error(
                "borders of %d and %d pixels before a picture of %s, leaving %dx%d"
                        .formatted(before[0], before[1], in, out[0], out[1]),
                "%d, or none, leaving %dx%d"
                        .formatted(
                                same.before(),
                                (in.height() - 1) / stride[0] + 1,
                                (in.width() - 1) / stride[0] + 1),
                "pad by half of the kernel on all sides");
    }
}
