package dev.jink.compiler.lower;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.Tensor;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What has no counterpart is named: the layer, what was got, what was wanted, the way out. */
final class UnsupportedTest {
    private final Net net = new Net(1);

    private static void refuses(String line, OnnxModel model) {
        OnnxException e =
                assertThrows(
                        OnnxException.class,
                        () -> Lowering.lower(model, PixelScale.PLAIN, Map.of()));
        assertEquals(line, e.getMessage());
    }

    private String named(String name, String op, Map<String, Object> attributes, String... in) {
        return net.onnx.node(op, "", List.of(in), name, attributes);
    }

    private String stem() {
        return net.conv("x", net.whole(8 * 9, 1), 8, 1, 3, 1, 1);
    }

    @Test
    void shouldNameAnOperatorThatTheEngineDoesNotHave() {
        String y = named("attention/erf", "Erf", Map.of(), stem());
        refuses(
                "layer 'attention/erf' (Erf): got an operator that the engine does not have, wanted"
                        + " "
                        + Supported.LIST
                        + ": replace it, or split the network there",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldNameRealWeightsBehindSigns() {
        String sign = net.onnx.node("Sign", stem());
        String w = net.weights(new float[] {0.5f, -0.25f, 1, 1, 1, 1, 1, 1}, 1, 8, 1, 1);
        String y = named("block2/conv", "Conv", Map.of(), sign, w);
        refuses(
                "layer 'block2/conv' (Conv): got few-bit activations and weights that are not -a or"
                        + " +a (0.5 beside -0.25), wanted the same size a for all weights of an out"
                        + " channel: take the sign of the weights ahead of the layer, or run jink"
                        + " binarize",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldNameBinaryWeightsBehindRealValues() {
        String w = net.weights(net.signs(8 * 8 * 9), 8, 8, 3, 3);
        String y = named("block2/conv", "Conv", Net.window(3, 1, 1), stem(), w);
        refuses(
                "layer 'block2/conv' (Conv): got real activations and 3x3 weights, wanted"
                        + " activations of 1, 2, 4 or 8 bits ahead of 1-bit weights: train it with"
                        + " signs, or run jink binarize on the float network",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldNameAWindowThatTheEngineCannotPlace() {
        String sign = net.onnx.node("Sign", stem());
        String w = net.weights(net.signs(8 * 8 * 9), 8, 8, 3, 3);
        Map<String, Object> late =
                Map.of("pads", new long[] {2, 2, 2, 2}, "strides", new long[] {2, 2});
        String y = named("down", "Conv", late, sign, w);
        refuses(
                "layer 'down' (Conv): got borders of 2 and 2 pixels before a picture of 8x8x8,"
                    + " leaving 5x5, wanted 1, or none, leaving 4x4: pad by half of the kernel on"
                    + " all sides",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldNameAQuantizerOfOddCount() {
        String y = net.onnx.node("Clip", stem(), net.onnx.scalar(0), net.onnx.scalar(5));
        y = named("act/round", "Round", Map.of(), y);
        y = net.conv(y, net.signs(8 * 8), 8, 8, 1, 1, 0);
        refuses(
                "layer 'act/round' (Round): got 6 different values, wanted 2, 4, 16 or 256:"
                        + " quantize activations to 1, 2, 4 or 8 bits, with a Clip",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldSayToLeaveOutASigmoid() {
        String y = named("sigmoid", "Sigmoid", Map.of(), stem());
        refuses(
                "layer 'sigmoid' (Sigmoid): got a squashing function, wanted the values before it,"
                        + " which rank alike: export the network without it",
                net.model(y, 1, 1, 8, 8));
    }

    @Test
    void shouldAskForOneInputOneOutputAndASize() {
        String y = stem();
        OnnxModel model = net.model(y, 1, 1, -1, 8);
        refuses(
                "input 'x': got sides [1, 1, -1, 8], -1 being open, wanted a picture's size: say"
                        + " --input HEIGHTxWIDTHxCHANNELS",
                model);
        OnnxValue other = new OnnxValue("z", Tensor.FLOAT, new int[] {1});
        refuses(
                "inputs: got 2, wanted one picture: split the network",
                new OnnxModel(
                        model.nodes(),
                        model.constants(),
                        List.of(model.inputs().getFirst(), other),
                        model.outputs(),
                        13));
        OnnxValue output = model.outputs().getFirst();
        refuses(
                "outputs: got 2, wanted one: concatenate them, or export one alone",
                net.model(y, 1, 1, 8, 8).giving(List.of(output, output)));
        refuses(
                "input 'x': got a batch of 4, wanted 1: export it with a batch of 1",
                net.model(y, 4, 1, 8, 8));
    }

    @Test
    void shouldNotMindWhatTheOutputDoesNotNeed() {
        String y = stem();
        net.onnx.node("Erf", y);
        Lowered lowered = Lowering.lower(net.model(y, 1, 1, 8, 8), PixelScale.PLAIN, Map.of());
        assertEquals(1, lowered.model().layers().size());
    }

    @Test
    void shouldTellWhenWeightsOfTheFirstLayerAreRounded() {
        String y = net.conv("x", net.gaussian(8 * 9, 1), 8, 1, 3, 1, 1);
        Lowered lowered = Lowering.lower(net.model(y, 1, 1, 8, 8), PixelScale.PLAIN, Map.of());
        assertTrue(
                lowered.notes().getFirst().contains("(Conv): its weights were rounded to 8 bits"),
                lowered.notes().toString());
    }
}
