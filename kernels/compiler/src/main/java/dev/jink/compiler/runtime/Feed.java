package dev.jink.compiler.runtime;

import dev.jink.compiler.lower.InputLayout;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.kernels.Shape;

/** What a network's input is for a picture u8 {@code [h][w][c]}. */
public final class Feed {
    private final PixelScale pixels;
    private final InputLayout layout;
    private final int[] order;
    private final boolean bytes;

    public Feed(OnnxModel model, PixelScale pixels) {
        this.pixels = pixels;
        layout = pixels.layout(model);
        order = layout.axes().fromEngine(layout.shape());
        bytes = model.inputs().getFirst().type() == Tensor.UINT8;
    }

    /** Of the pictures that it takes. */
    public Shape shape() {
        return layout.shape();
    }

    /** Sides of the input. */
    int[] dims() {
        return layout.axes().dims(layout.shape());
    }

    float[] values(byte[] picture) {
        float[] values = new float[picture.length];
        for (int i = 0; i < values.length; i++) {
            int pixel = picture[order[i]] & 0xFF;
            values[i] = bytes ? pixel : pixels.of(pixel, order[i] % layout.shape().channels());
        }
        return values;
    }
}
