package dev.jink.kernels.plan;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.reference.Reference;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Times the network the node flies with, on every path of this machine, layer by layer:
 *
 * <pre>
 *   java --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
 *     -cp kernels/engine/target/classes:kernels/engine/target/test-classes \
 *     dev.jink.kernels.plan.FrameTime
 * </pre>
 *
 * On one core of a Zen 3 (AVX2, two cores shared with other work), JDK 25, 70 M
 * multiply-accumulates a frame: 256 bits 0.6 ms, 128 bits 1.1 ms, scalar 3.0 ms, reference 1500 ms.
 */
final class FrameTime {
    private static final int ROUNDS = 40;
    private static final int FRAMES = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FrameTime() {}

    public static void main(String[] args) {
        Model model = sightModel(new Random(1));
        for (String path : KernelProvider.available()) {
            try (Plan plan = Plan.of(model, KernelProvider.named(path))) {
                if (path.equals(KernelProvider.available().getFirst())) {
                    System.out.printf("%s%n", plan.table());
                }
                System.out.printf(
                        "kernels %s: %.3f ms per frame, layers us:", path, best(plan::run));
                for (LayerReport layer : plan.report()) {
                    int index = layer.index();
                    System.out.printf(" %.0f", best(() -> plan.runLayer(index)) * 1000);
                }
                System.out.printf("%n%n");
            }
        }
        byte[] pixels = new byte[model.input().elements()];
        long start = System.nanoTime();
        Reference.run(model.layers(), pixels);
        Reference.run(model.layers(), pixels);
        System.out.printf("reference: %.0f ms%n", (System.nanoTime() - start) / 2e6);
    }

    /**
     * Processor milliseconds of one call, the best mean of a round: other work that shares the
     * machine counts only as far as it spoils the caches.
     */
    private static double best(Runnable work) {
        long best = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            for (int frame = 0; frame < FRAMES; frame++) {
                work.run();
            }
            best = Math.min(best, THREADS.getCurrentThreadCpuTime() - start);
        }
        return best / 1e6 / FRAMES;
    }

    /** The architecture of the node's network with random weights. */
    static Model sightModel(Random random) {
        Shape input = new Shape(120, 160, 1);
        List<Layer> layers = new ArrayList<>();
        byte[] pixelWeights = new byte[64 * 49];
        random.nextBytes(pixelWeights);
        layers.add(
                new InputConv(
                        input,
                        7,
                        4,
                        pixelWeights,
                        128,
                        all(64, 1e-4f),
                        all(64, 0f),
                        RPReLU.identity(64)));
        for (int dilation : new int[] {1, 1, 2, 4, 1, 2}) {
            boolean first = layers.size() == 1;
            layers.add(
                    new BinaryConv(
                            layers.getLast().out(),
                            64,
                            3,
                            first ? 2 : 1,
                            dilation,
                            all(64, 0.01f),
                            random.longs(64 * 9).toArray(),
                            all(64, 0.01f),
                            all(64, 0f),
                            first ? Shortcut.POOL2 : Shortcut.IDENTITY,
                            RPReLU.identity(64)));
        }
        layers.add(new Head(layers.getLast().out(), 8, all(64 * 8, 0.1f), all(8, 0f)));
        return new Model(input, layers, Map.of("name", "sight shape"), null);
    }

    private static float[] all(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
