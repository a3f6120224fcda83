package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The tests bring a C compiler with them, so here there must be one. */
final class CYardstickTest {
    @Test
    void shouldCompileAndAnswerEveryRound() throws Exception {
        try (CYardstick c = CYardstick.compile("peak")) {
            assertNotNull(c, "no C compiler: install gcc libc6-dev, as jink test does");
            assertTrue(List.of("avx512_vpopcntdq", "avx2", "portable").contains(c.path()), c::path);
            for (int i = 0; i < 2; i++) {
                double rate = c.round();
                assertTrue(rate > 0.001 && rate < 100, rate + " T multiply-accumulates a second");
            }
        }
    }

    @Test
    void shouldReadAFile(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("weights"), new byte[1 << 20]);
        try (CYardstick c = CYardstick.compile("read", file.toString())) {
            assertNotNull(c, "no C compiler: install gcc libc6-dev, as jink test does");
            assertTrue(c.round() > 0.01, "GB a second");
        }
    }
}
