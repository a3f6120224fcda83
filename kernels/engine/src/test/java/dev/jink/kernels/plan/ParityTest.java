package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.kernels.Kernels;
import dev.jink.kernels.scalar.ScalarKernels;
import dev.jink.kernels.vector.VectorKernels;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ParityTest {
    private static void assertParity(Kernels kernels, long seed, int models) {
        Verification.Report report = Verification.parity(seed, models, kernels);
        System.out.println(report.lines().getFirst());
        assertEquals(List.of(), report.failures());
    }

    @Test
    void shouldEqualReferenceOnScalar() {
        assertParity(new ScalarKernels(), 1000, 1500);
    }

    @Test
    void shouldEqualReferenceOn128() {
        assertParity(new VectorKernels(128), 2000, 1500);
    }

    @Test
    void shouldEqualReferenceOn256() {
        assertParity(new VectorKernels(256), 3000, 1500);
    }

    /** Where the machine lacks 512-bit vectors the API computes them in plain Java: slow, right. */
    @Test
    void shouldEqualReferenceOn512() {
        assertParity(new VectorKernels(512), 4000, 60);
    }
}
