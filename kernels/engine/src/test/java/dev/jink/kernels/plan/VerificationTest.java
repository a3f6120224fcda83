package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.Buffers;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Kernels;
import dev.jink.kernels.LayerKernel;
import dev.jink.kernels.model.Golden;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.TinyModels;
import dev.jink.kernels.scalar.ScalarKernels;

import org.junit.jupiter.api.Test;

final class VerificationTest {
    /** Right kernels but for the last bit of the first value that a layer leaves. */
    private record OffByOneBit(Kernels right) implements Kernels {
        @Override
        public String path() {
            return "off by one bit";
        }

        @Override
        public LayerKernel prepare(Quantizer quantizer) {
            return right.prepare(quantizer);
        }

        @Override
        public LayerKernel prepare(Layer layer) {
            LayerKernel kernel = right.prepare(layer);
            return new LayerKernel() {
                @Override
                public String name() {
                    return kernel.name();
                }

                @Override
                public String why() {
                    return kernel.why();
                }

                @Override
                public Step bind(Buffers io, int fromRow, int toRow) {
                    Step step = kernel.bind(io, fromRow, toRow);
                    return () -> {
                        step.run();
                        if (io.floatsOut() != null) {
                            float value = io.floatsOut().get(0);
                            io.floatsOut().set(0, Math.nextUp(value));
                        }
                    };
                }
            };
        }
    }

    @Test
    void shouldPassEveryAvailablePath() {
        Verification.Report report = Verification.parity(9000, 40);
        assertTrue(report.passed(), () -> report.failures().getFirst());
        assertEquals(KernelProvider.available().size(), report.lines().size());
        assertTrue(report.compared() > 1000);
    }

    @Test
    void shouldSeeOneWrongBitAndNameSeedAndLayers() {
        Verification.Report report =
                Verification.parity(500, 20, new OffByOneBit(new ScalarKernels()));
        assertFalse(report.passed());
        String failure = report.failures().getFirst();
        String pattern =
                "kernels off by one bit, seed 5\\d\\d, \\[InputConv.*: \\d+ of \\d+ values differ,"
                        + " first at \\d+: got .*, wanted .*: force another path,"
                        + " -Djink.kernels=scalar";
        assertTrue(failure.matches(pattern), failure);
    }

    @Test
    void shouldPassGoldenOutputOfModel() {
        Verification.Report report = Verification.golden(TinyModels.model());
        assertTrue(report.passed());
        assertTrue(report.lines().getFirst().endsWith("golden output, 18 values equal"));
    }

    @Test
    void shouldFailModelWhoseGoldenOutputDiffers() {
        Model model = TinyModels.model();
        float[] output = model.golden().output();
        output[7] = Math.nextUp(output[7]);
        Model wrong =
                new Model(
                        model.input(),
                        model.layers(),
                        model.metadata(),
                        new Golden(model.golden().input(), output));
        Verification.Report report = Verification.golden(wrong);
        assertEquals(KernelProvider.available().size(), report.failures().size());
        assertTrue(report.failures().getFirst().contains("1 of 18 values differ, first at 7: got"));
    }

    @Test
    void shouldFailModelWithoutGoldenOutput() {
        Model model = TinyModels.model();
        Model bare = new Model(model.input(), model.layers(), model.metadata(), null);
        assertTrue(
                Verification.golden(bare)
                        .failures()
                        .getFirst()
                        .endsWith(
                                ": got no golden output, wanted one to check against: export it"
                                        + " again"));
    }
}
