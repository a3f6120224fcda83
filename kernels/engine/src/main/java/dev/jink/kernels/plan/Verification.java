package dev.jink.kernels.plan;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Kernels;
import dev.jink.kernels.model.Golden;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.reference.Reference;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * Does this machine compute what the reference says? Every path against the reference over awkward
 * random models, and a model against its golden output, bit for bit. For {@code jink verify} and
 * for a node before it flies.
 */
public final class Verification {
    private Verification() {}

    /**
     * @param lines one for each path: what was compared and how it came out
     * @param failures one line each: what, got, wanted, seed; empty when all is well
     * @param compared output values that were compared
     */
    public record Report(List<String> lines, List<String> failures, long compared) {
        public boolean passed() {
            return failures.isEmpty();
        }

        /** This report and then another. */
        public Report and(Report other) {
            return new Report(
                    joined(lines, other.lines),
                    joined(failures, other.failures),
                    compared + other.compared);
        }

        private static List<String> joined(List<String> a, List<String> b) {
            List<String> all = new ArrayList<>(a);
            all.addAll(b);
            return List.copyOf(all);
        }
    }

    /** Every available path against the reference on {@code models} random models. */
    public static Report parity(long seed, int models) {
        Report report = new Report(List.of(), List.of(), 0);
        for (String path : KernelProvider.available()) {
            report = report.and(parity(seed, models, KernelProvider.named(path)));
        }
        return report;
    }

    /** One path against the reference on {@code models} random models. */
    public static Report parity(long seed, int models, Kernels kernels) {
        List<String> failures = new ArrayList<>();
        long compared = 0;
        for (int i = 0; i < models; i++) {
            AwkwardModels awkward = new AwkwardModels(seed + i);
            Model model = awkward.next();
            byte[] pixels = awkward.pixels(model);
            float[] wanted = Reference.run(model, pixels);
            try (Plan plan = Plan.of(model, kernels)) {
                // Twice: the second run finds the memory as the first one left it.
                run(plan, pixels);
                String difference = difference(run(plan, pixels), wanted);
                if (difference != null) {
                    failures.add(
                            "kernels %s, seed %d, %s: %s"
                                    .formatted(
                                            kernels.path(), seed + i, model.layers(), difference));
                }
            }
            compared += wanted.length;
        }
        String line =
                "kernels %s: %d models against the reference, %d values, %d models differ, seed %d"
                        .formatted(kernels.path(), models, compared, failures.size(), seed);
        return new Report(List.of(line), List.copyOf(failures), compared);
    }

    /** A model's golden output on every available path. A model without one fails. */
    public static Report golden(Model model) {
        Report report = new Report(List.of(), List.of(), 0);
        for (String path : KernelProvider.available()) {
            try (Plan plan = Plan.of(model, KernelProvider.named(path))) {
                report = report.and(golden(plan));
            }
        }
        return report;
    }

    /** The golden output of a plan's model on that plan. Overwrites its input and output. */
    public static Report golden(Plan plan) {
        String who = "kernels %s, model %.12s".formatted(plan.kernelPath(), plan.sha256());
        Golden golden = plan.model().golden();
        if (golden == null) {
            String none =
                    who + ": got no golden output, wanted one to check against: export it again";
            return new Report(List.of(none), List.of(none), 0);
        }
        float[] wanted = golden.output();
        String difference = difference(run(plan, golden.input()), wanted);
        String line =
                who
                        + (difference == null
                                ? ": golden output, %d values equal".formatted(wanted.length)
                                : ": golden output, " + difference);
        return new Report(
                List.of(line), difference == null ? List.of() : List.of(line), wanted.length);
    }

    private static float[] run(Plan plan, byte[] pixels) {
        MemorySegment.copy(pixels, 0, plan.input(), JAVA_BYTE, 0, pixels.length);
        plan.run();
        return plan.output().toArray(JAVA_FLOAT);
    }

    private static String difference(float[] got, float[] wanted) {
        int count = 0;
        int first = -1;
        for (int i = wanted.length - 1; i >= 0; i--) {
            if (Float.floatToRawIntBits(got[i]) != Float.floatToRawIntBits(wanted[i])) {
                count++;
                first = i;
            }
        }
        return first < 0
                ? null
                : "%d of %d values differ, first at %d: got %s, wanted %s: force another path, %s"
                        .formatted(
                                count,
                                wanted.length,
                                first,
                                got[first],
                                wanted[first],
                                "-Djink.kernels=scalar");
    }
}
