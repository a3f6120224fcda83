package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.conv2d;
import static org.bytedeco.pytorch.global.torch.manual_seed;
import static org.bytedeco.pytorch.global.torch.randn;
import static org.bytedeco.pytorch.global.torch.zeros;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Head;
import dev.jink.kernels.plan.Layer;

import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The trainable network, one set of tensors for all three {@link Arithmetic}s.
 *
 * <p>Make it outside every {@code PointerScope}. Not thread-safe.
 */
final class SightNetwork {
    private static final float HEAD_SPREAD = 0.05f;
    private static final int ONNX_OPSET = 13;

    private final Architecture architecture;
    private final Weights weights = new Weights();
    private final StemLayer stem;
    private final List<BinaryLayer> blocks = new ArrayList<>();
    private final Tensor headWeights; // float [logits][c][1][1]
    private final Tensor headBias; // float [logits]

    SightNetwork(Architecture architecture, long seed) {
        this.architecture = architecture;
        manual_seed(seed);
        stem = new StemLayer(weights, architecture);
        int stride = architecture.stem().stride();
        Shape shape =
                new Shape(
                        architecture.height() / stride,
                        architecture.width() / stride,
                        architecture.stem().channels());
        for (Architecture.Block b : architecture.blocks()) {
            BinaryLayer layer =
                    new BinaryLayer(
                            weights,
                            name(blocks.size()),
                            shape,
                            b,
                            architecture.activationBits(),
                            Torch.trainingType(architecture));
            blocks.add(layer);
            shape = layer.out();
        }
        long features = architecture.features();
        headWeights =
                weights.trained(
                        "head_weights",
                        randn(new long[] {architecture.logits(), features, 1, 1})
                                .mul(new Scalar(HEAD_SPREAD)));
        headBias = weights.trained("head_bias", zeros(new long[] {architecture.logits()}));
    }

    Architecture architecture() {
        return architecture;
    }

    Weights weights() {
        return weights;
    }

    /**
     * Overwrites all weights with those of a twin, which may lack layers at the end: these begin as
     * the identity, so that the deeper network says at first what the twin says.
     *
     * @param twin as {@link Weights#saveHalf} writes it
     * @throws IllegalArgumentException when it has more layers, or lacks one that can't be the
     *     identity
     */
    void start(InputArchive twin) {
        int known = 0;
        while (Weights.has(twin, name(known) + "_weights")) {
            known++;
        }
        if (known > blocks.size()) {
            throw new IllegalArgumentException(
                    "twin: got %d layers, wanted at most %d".formatted(known, blocks.size()));
        }
        for (BinaryLayer added : blocks.subList(known, blocks.size())) {
            added.becomeIdentity();
        }
        List<String> missing =
                IntStream.range(known, blocks.size()).mapToObj(SightNetwork::name).toList();
        weights.loadHalf(
                twin, tensor -> missing.stream().noneMatch(n -> tensor.startsWith(n + "_")));
    }

    private static String name(int block) {
        return "block" + block;
    }

    /**
     * Logits of a batch.
     *
     * @param pixels float [n][1][h][w], values 0 … 255 after Contrast
     * @param pass what it is for
     * @return float [n][logits][rows][columns]
     */
    Tensor forward(Tensor pixels, Arithmetic arithmetic, Pass pass) {
        Torch.chooseConvolutions(architecture);
        Tensor x = stem.forward(pixels, arithmetic, pass);
        for (BinaryLayer block : blocks) {
            x = block.forward(x, arithmetic, pass);
        }
        return conv2d(
                x,
                headWeights,
                new TensorOptional(headBias),
                new long[] {1, 1},
                new long[] {0, 0},
                new long[] {1, 1},
                1);
    }

    /** The float twin as ONNX: float [1][1][h][w], pixels less 128, to [1][logits][rows][columns]. */
    OnnxModel onnx() {
        OnnxBuilder graph = new OnnxBuilder();
        String x = stem.onnx(graph.in("stem/"), "centred");
        for (int i = 0; i < blocks.size(); i++) {
            x = blocks.get(i).onnx(graph.in(name(i) + "/"), x);
        }
        String logits = conv(graph.in("head/"), x, headWeights, 1, 1, headBias);
        return graph.model(
                ONNX_OPSET,
                new OnnxValue("centred", 1, 1, architecture.height(), architecture.width()),
                new OnnxValue(logits, (int[]) null));
    }

    /** A convolution padded with 0 by half its kernel; without bias when that is null. */
    static String conv(
            OnnxBuilder graph, String x, Tensor weights, long stride, long dilation, Tensor bias) {
        int[] dims = new int[4];
        for (int i = 0; i < dims.length; i++) {
            dims[i] = (int) weights.size(i);
        }
        List<String> inputs = new ArrayList<>(List.of(x));
        inputs.add(graph.constant(dev.jink.compiler.onnx.Tensor.of(dims, Weights.values(weights))));
        if (bias != null) {
            inputs.add(
                    graph.constant(
                            dev.jink.compiler.onnx.Tensor.of(
                                    new int[] {dims[0]}, Weights.values(bias))));
        }
        long pad = dims[3] / 2 * dilation;
        Map<String, Object> attributes =
                Map.of(
                        "kernel_shape", new long[] {dims[2], dims[3]},
                        "strides", new long[] {stride, stride},
                        "dilations", new long[] {dilation, dilation},
                        "pads", new long[] {pad, pad, pad, pad});
        return graph.node("Conv", attributes, inputs.toArray(new String[0]));
    }

    /** The layers as the engine runs them: batch norm folded, weights as bits. */
    List<Layer> export() {
        List<Layer> layers = new ArrayList<>();
        layers.add(stem.export());
        for (BinaryLayer block : blocks) {
            layers.add(block.export());
        }
        layers.add(
                new Head(
                        layers.getLast().out(),
                        architecture.logits(),
                        Weights.values(headWeights), // [oc][ic][1][1] is [oc][ic]
                        Weights.values(headBias)));
        return List.copyOf(layers);
    }
}
