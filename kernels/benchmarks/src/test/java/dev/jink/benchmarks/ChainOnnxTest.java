package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ChainOnnxTest {
    private static final Model CHAIN = Networks.layer(new Shape(8, 8, 64), 64, 3, 1);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void shouldRunInOnnxRuntimeWithTheShapesOfTheChain(boolean int8) throws Exception {
        try (OnnxTwin twin = OnnxTwin.open(new ChainOnnx(CHAIN, int8).bytes(), 1)) {
            twin.run();
            assertArrayEquals(new long[] {1, 8, 8, 8}, twin.outputShape());
        }
    }

    @Test
    void shouldRefuseABranch() {
        Model branched = Networks.resnet50(32);
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> new ChainOnnx(branched, false));
        assertTrue(e.getMessage().startsWith("twin: got a network with branches, wanted a chain"));
    }
}
