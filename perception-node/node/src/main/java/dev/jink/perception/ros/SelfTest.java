package dev.jink.perception.ros;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Verification;
import dev.jink.kernels.plan.Verification.Report;

/**
 * Before it flies, a node makes sure that this machine computes what the engine's specification
 * says: the kernels it will fly with on some random models, and the model at hand on its golden
 * picture, bit for bit. {@code jink verify} does the same with every path.
 */
final class SelfTest {
    private static final long SEED = 1;
    private static final int MODELS = 3;

    private SelfTest() {}

    /**
     * @throws ConfigurationException in one line, when a number differs
     */
    static void run(Plan plan) throws ConfigurationException {
        Report report =
                Verification.parity(SEED, MODELS, KernelProvider.choose())
                        .and(Verification.golden(plan));
        if (!report.passed()) {
            throw new ConfigurationException("self-test: " + report.failures().getFirst());
        }
    }
}
