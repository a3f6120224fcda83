package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.ThreadMXBean;

import dev.jink.kernels.BitLayout;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Each layer by itself, so that a kernel that boxes its vectors on some path is found by name. */
final class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final long SETTLING_NANOS = 15_000_000_000L;

    private final Random random = new Random(5);
    private final List<Layer> layers = new ArrayList<>();
    private final List<Wire> wires = new ArrayList<>();

    /** The paths over vectors, one after the other in one JVM, as {@code jink verify} runs them. */
    static List<String> paths() {
        return KernelProvider.available().stream().filter(path -> !path.equals("scalar")).toList();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldAllocateNothingInAnyStage(String path) {
        try (Plan plan = Plan.of(everyStage(), KernelProvider.named(path))) {
            for (int layer = 0; layer < layers.size(); layer++) {
                long allocated = Long.MAX_VALUE;
                // C2 takes a second for the largest, and may throw one back once more; one whose
                // vectors are boxed for good never comes to 0.
                long end = System.nanoTime() + SETTLING_NANOS;
                while (allocated > 0 && System.nanoTime() < end) {
                    allocated = allocatedByHundredRuns(plan, layer);
                }
                assertEquals(0, allocated, path + " " + plan.report().get(layer));
            }
        }
    }

    private static long allocatedByHundredRuns(Plan plan, int layer) {
        for (int i = 0; i < 1500; i++) {
            plan.runLayer(layer);
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < 100; i++) {
            plan.runLayer(layer);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Signs out of 1, 2 and 4 planes, floats out of them, and 1 to 5 words with each shortcut. */
    private Model everyStage() {
        Shape picture = new Shape(5, 7, 1);
        byte[] weights = new byte[64];
        random.nextBytes(weights);
        layers.add(
                new InputConv(
                        picture,
                        1,
                        1,
                        weights,
                        128,
                        all(64, 1e-3f),
                        all(64, 0),
                        RPReLU.identity(64)));
        wires.add(Wire.from(Wire.PICTURE));
        conv(64, 3, 1, Shortcut.NONE, Wire.from(0));
        conv(64, 3, 2, Shortcut.NONE, Wire.from(1));
        conv(64, 3, 1, Shortcut.NONE, Wire.from(2));
        conv(64, 3, 4, Shortcut.NONE, Wire.from(3));
        conv(64, 3, 1, Shortcut.NONE, Wire.from(4));
        conv(128, 1, 1, Shortcut.NONE, Wire.from(5));
        conv(128, 1, 1, Shortcut.OTHER, new Wire(6, 6));
        conv(192, 1, 1, Shortcut.NONE, Wire.from(7));
        conv(192, 1, 1, Shortcut.IDENTITY, Wire.from(8));
        conv(256, 1, 1, Shortcut.NONE, Wire.from(9));
        conv(256, 1, 1, Shortcut.IDENTITY, Wire.from(10));
        conv(320, 1, 1, Shortcut.NONE, Wire.from(11));
        conv(320, 1, 1, Shortcut.IDENTITY, Wire.from(12));
        conv(8, 1, 1, Shortcut.NONE, Wire.from(13));
        return new Model(picture, layers, wires, Map.of("name", "every stage"), null);
    }

    private void conv(int out, int kernel, int bits, Shortcut shortcut, Wire wire) {
        Shape in = layers.getLast().out();
        int words = BitLayout.words(in.channels());
        long[] weights = random.longs((long) out * kernel * kernel * words).toArray();
        boolean bent = layers.size() % 2 == 0;
        layers.add(
                new BinaryConv(
                        in,
                        out,
                        Window.same(kernel, 1, 1),
                        1,
                        new Quantizer(bits, all(in.channels(), 0.01f), bits == 1 ? 1 : 2),
                        WeightBits.of(weights),
                        all(out, 0.01f),
                        all(out, 0.1f),
                        shortcut,
                        bent
                                ? new RPReLU(all(out, 0.1f), all(out, 0.3f), all(out, 0.2f))
                                : RPReLU.identity(out)));
        wires.add(wire);
    }

    private static float[] all(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }
}
