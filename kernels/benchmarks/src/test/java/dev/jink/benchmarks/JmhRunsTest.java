package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Plan;

import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

final class JmhRunsTest {
    @Test
    void shouldTimeOneNetworkAndFindNoAllocation() throws RunnerException {
        ArrayNode figures = new ObjectMapper().createArrayNode();
        boolean clean =
                JmhRuns.run("linear2048", KernelProvider.choose().path(), true, false, figures);
        assertEquals(1, figures.size(), figures.toString());
        JsonNode figure = figures.get(0);
        assertEquals("linear2048", figure.get("network").asText());
        assertTrue(figure.get("ms").asDouble() > 0, figures.toString());
        assertTrue(clean, figures.toString());
    }

    @Test
    void shouldFailOnANetworkThatCannotBeSetUp() {
        ArrayNode figures = new ObjectMapper().createArrayNode();
        assertThrows(
                RunnerException.class,
                () -> JmhRuns.run("conv5x5", "scalar", true, false, figures));
        assertEquals(0, figures.size());
    }

    @Test
    void shouldNotTakeAnotherOutputThanTheScalarPaths() {
        Shape in = new Shape(3, 3, 64);
        Plan plan = Plan.of(Networks.layer(in, 64, 3, 1), KernelProvider.named("scalar"));
        try (Engine engine = new Engine(plan, new byte[9], new float[] {1, 2, 3})) {
            String said = assertThrows(IllegalStateException.class, engine::check).getMessage();
            assertEquals("kernels scalar: got another output than scalar: run jink verify", said);
        }
    }
}
