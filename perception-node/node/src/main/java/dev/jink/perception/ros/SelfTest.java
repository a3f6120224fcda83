package dev.jink.perception.ros;

import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Verification;
import dev.jink.kernels.plan.Verification.Report;

/**
 * Before it flies, a node makes sure that this machine computes what the engine's specification
 * says: the very kernels it will fly with, over the model at hand, on its golden picture, bit for
 * bit. After the warm-up, for then it is the compiled code that is tested and not the interpreter.
 * {@code jink verify} does the same with every path, and with random models besides.
 */
final class SelfTest {
    private static final int RUNS = 3;

    private SelfTest() {}

    /**
     * @param plan that no other thread runs meanwhile; its input and output are overwritten
     * @throws ConfigurationException in one line, when a number differs
     */
    static void run(Plan plan) throws ConfigurationException {
        for (int i = 0; i < RUNS; i++) {
            Report report = Verification.golden(plan);
            if (!report.passed()) {
                throw new ConfigurationException("self-test: " + report.failures().getFirst());
            }
        }
    }
}
