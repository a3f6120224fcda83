package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The tests bring a C compiler with them, so here there must be one. */
final class CYardstickTest {
    @Test
    void shouldCompileAndAnswerEveryRound() throws Exception {
        try (CYardstick c = CYardstick.compile()) {
            assertNotNull(c, "no C compiler: install gcc libc6-dev, as jink test does");
            assertTrue(List.of("avx512_vpopcntdq", "avx2", "portable").contains(c.path()), c::path);
            for (int i = 0; i < 2; i++) {
                double rate = c.round();
                assertTrue(rate > 0.001 && rate < 100, rate + " T multiply-accumulates a second");
            }
        }
    }
}
