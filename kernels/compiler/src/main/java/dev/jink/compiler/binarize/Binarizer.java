package dev.jink.compiler.binarize;

import dev.jink.compiler.graph.Simplifier;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxNode;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.compiler.runtime.Feed;
import dev.jink.compiler.runtime.OnnxSession;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Post-training binarization, layer by layer from the picture on: how the layer's input is to be cut
 * into levels is taken from what the layers before, already binarized, leave on the pictures; then
 * scale and bias of each out channel are fitted to what the float network has there. The picture's
 * layer and a 1x1 head keep their real weights (the first goes to 8 bits when it is compiled).
 */
public final class Binarizer {
    private static final int OLDEST_OPSET = 11;
    private static final int MOST_VALUES = 1 << 21;

    /**
     * @param onnx the network with signs for weights
     * @param explained by layer: the share of the float layer's variance that is left, 0 to 1
     */
    public record Result(OnnxModel onnx, Map<String, Double> explained) {}

    private final OnnxModel original;
    private final Feed feed;
    private final List<byte[]> pictures;
    private final Precision precision;
    private final boolean exactBorder;
    private final Map<String, Double> explained = new LinkedHashMap<>();
    private OnnxModel current;

    private Binarizer(
            OnnxModel model,
            PixelScale pixels,
            List<byte[]> pictures,
            Precision precision,
            boolean exactBorder) {
        original = Simplifier.simplify(model);
        current = original;
        feed = new Feed(original, pixels);
        this.pictures = pictures;
        this.precision = precision;
        this.exactBorder = exactBorder;
    }

    /**
     * @param pictures to calibrate on, u8 {@code [h][w][c]}
     * @param exactBorder whether borders mean 0, as in the float network, at the price of a second
     *     convolution where the engine's +1 is something else
     * @throws OnnxException when there is nothing to binarize, or ONNX Runtime refuses the network
     */
    public static Result binarize(
            OnnxModel model,
            PixelScale pixels,
            List<byte[]> pictures,
            Precision precision,
            boolean exactBorder) {
        return new Binarizer(model, pixels, pictures, precision, exactBorder).run();
    }

    private Result run() {
        if (original.opset() < OLDEST_OPSET) {
            throw new OnnxException(
                    "got opset %d, wanted %d or later: export it with opset_version=13"
                            .formatted(original.opset(), OLDEST_OPSET));
        }
        List<OnnxNode> layers = new Candidates(original).layers();
        if (layers.isEmpty()) {
            throw new OnnxException(
                    "got no convolution between the first and the head, wanted one to binarize:"
                            + " give a deeper network");
        }
        current = unlimited(current);
        for (OnnxNode layer : layers) {
            binarize(layer);
        }
        return new Result(current, Collections.unmodifiableMap(explained));
    }

    /** Relu6 as Relu: levels end where values were seen to end. */
    private static OnnxModel unlimited(OnnxModel model) {
        List<OnnxNode> nodes = new ArrayList<>();
        for (OnnxNode node : model.nodes()) {
            Tensor low = node.input(1) == null ? null : model.constants().get(node.input(1));
            boolean fromZero =
                    low != null
                            ? low.elements() == 1 && low.floats()[0] == 0
                            : node.input(1) == null && node.real("min", -1) == 0;
            nodes.add(
                    node.op().equals("Clip") && fromZero
                            ? new OnnxNode(
                                    node.name(),
                                    "Relu",
                                    "",
                                    List.of(node.inputs().getFirst()),
                                    node.outputs(),
                                    Map.of())
                            : node);
        }
        return new OnnxModel(
                nodes, model.constants(), model.inputs(), model.outputs(), model.opset());
    }

    private void binarize(OnnxNode node) {
        BinarizedLayer layer =
                new BinarizedLayer(node, original.constants(), precision, exactBorder);
        ActivationRange range = range(layer);
        Fitting fitting = new Fitting(layer.outChannels());
        OnnxModel trial = giving(layer.trial(current, range), BinarizedLayer.DOTS);
        try (OnnxSession dots = OnnxSession.open(trial, feed);
                OnnxSession wanted = OnnxSession.open(giving(original, node.output()), feed)) {
            for (byte[] picture : pictures) {
                fitting.add(
                        dots.run(picture).getFirst(),
                        wanted.run(picture).getFirst(),
                        layer.isChannelsLast());
            }
        }
        explained.put(node.name().isEmpty() ? node.output() : node.name(), fitting.explained());
        current = layer.fitted(current, range, fitting);
    }

    private static OnnxModel giving(OnnxModel model, String value) {
        return Simplifier.simplify(model.giving(List.of(new OnnxValue(value, Tensor.FLOAT, null))));
    }

    private ActivationRange range(BinarizedLayer layer) {
        int channels = layer.inChannels();
        float[] seen = new float[0];
        int filled = 0;
        try (OnnxSession session =
                OnnxSession.open(giving(current, layer.node().inputs().getFirst()), feed)) {
            for (byte[] picture : pictures) {
                float[] values = session.run(picture).getFirst();
                int pixels = values.length / channels;
                // Some pixels of each picture, so that all of them fit.
                int every =
                        Math.max(1, (int) ((long) values.length * pictures.size() / MOST_VALUES));
                if (seen.length == 0) {
                    seen = new float[((pixels - 1) / every + 1) * channels * pictures.size()];
                }
                for (int p = 0; p < pixels; p += every) {
                    for (int c = 0; c < channels; c++) {
                        seen[filled++] =
                                values[layer.isChannelsLast() ? p * channels + c : c * pixels + p];
                    }
                }
            }
        }
        return ActivationRange.of(seen, channels, precision.activationBits());
    }
}
