package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.plan.Layer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OnnxTwinTest {
    private static final int[][] SMALL = {{8, 1}, {16, 2}};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRunInOnnxRuntimeWithTheShapesOfTheEnginesNetwork(boolean int8) throws Exception {
        try (OnnxTwin twin = OnnxTwin.open(new ResNetOnnx(32, SMALL, int8).bytes(), 1)) {
            twin.run();
            // 32 pixels, halved by the input layer, the pool and the second stage.
            assertArrayEquals(new long[] {1, 64, 4, 4}, twin.outputShape());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {224})
    void shouldHaveTheMultiplicationsOfAResNet50(int side) {
        Model model = Networks.resnet50(side);
        assertEquals(new Shape(7, 7, 2048), model.output());
        double giga = model.layers().stream().mapToLong(Layer::macs).sum() / 1e9;
        assertEquals(4.09, giga, 0.01);
    }
}
