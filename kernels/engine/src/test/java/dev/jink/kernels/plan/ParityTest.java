package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.kernels.KernelProvider;
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
        assertParity(new VectorKernels(128, true), 2000, 1500);
    }

    @Test
    void shouldEqualReferenceOn128WithoutVectorCount() {
        assertParity(new VectorKernels(128, false), 2000, 1500);
    }

    @Test
    void shouldEqualReferenceOn256() {
        assertParity(new VectorKernels(256, true), 3000, 1500);
    }

    @Test
    void shouldEqualReferenceOn256WithoutVectorCount() {
        assertParity(new VectorKernels(256, false), 3000, 1500);
    }

    /** Where the machine lacks 512-bit vectors the API computes them in plain Java: slow, right. */
    @Test
    void shouldEqualReferenceOn512() {
        int models = KernelProvider.available().contains("512") ? 1500 : 60;
        assertParity(new VectorKernels(512, true), 4000, models);
    }
}
