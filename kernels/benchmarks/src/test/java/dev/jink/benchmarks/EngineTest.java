package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;

import org.junit.jupiter.api.Test;

final class EngineTest {
    @Test
    void shouldCheckEveryPathBeforeItIsTimed() {
        for (String path : KernelProvider.available()) {
            for (int bits : new int[] {1, 2, 4, 8}) {
                try (Engine engine =
                        Engine.checked(Networks.layer(new Shape(5, 6, 70), 40, 3, bits), path, 2)) {
                    assertEquals(path, engine.plan().kernelPath());
                    assertEquals(2, engine.plan().threads());
                }
            }
        }
    }

    @Test
    void shouldRefuseAPathThatIsNotThere() {
        Exception refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Engine.checked(Networks.layer(new Shape(1, 1, 1), 1, 1, 1), "9", 1));
        assertTrue(refusal.getMessage().contains("got 9, wanted one of 512 256 128 scalar"));
    }
}
