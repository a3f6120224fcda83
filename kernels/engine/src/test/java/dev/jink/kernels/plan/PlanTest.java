package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import com.sun.management.ThreadMXBean;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.model.TinyModels;
import dev.jink.kernels.reference.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

final class PlanTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The reference takes seconds for it: once for all paths. */
    private static final class Sight {
        static final Model MODEL = FrameTime.sightModel(new Random(3));
        static final byte[] PIXELS = noise(MODEL, 4);
        static final float[] WANTED = Reference.run(MODEL.layers(), PIXELS);
    }

    static List<String> paths() {
        return KernelProvider.available();
    }

    private static Plan plan(Model model, String path) {
        return Plan.of(model, KernelProvider.named(path));
    }

    private static byte[] noise(Model model, long seed) {
        byte[] pixels = new byte[model.input().elements()];
        new Random(seed).nextBytes(pixels);
        return pixels;
    }

    private static float[] run(Plan plan, byte[] pixels) {
        MemorySegment.copy(pixels, 0, plan.input(), JAVA_BYTE, 0, pixels.length);
        plan.run();
        return plan.output().toArray(JAVA_FLOAT);
    }

    /** Compiled code must not allocate; interpreted vectors do, so warm up first. */
    private static long allocatedPerRun(Plan plan, int warmUps, int runs) {
        for (int i = 0; i < warmUps; i++) {
            plan.run();
        }
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < runs; i++) {
            plan.run();
        }
        return (THREADS.getCurrentThreadAllocatedBytes() - before) / runs;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldAllocateNothingPerRunOfTheSightNetwork(String path) {
        try (Plan plan = plan(FrameTime.sightModel(new Random(1)), path)) {
            assertEquals(0, allocatedPerRun(plan, 1500, 200));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldAllocateNothingPerRunOfAwkwardModels(String path) {
        for (long seed = 1; seed <= 6; seed++) {
            AwkwardModels awkward = new AwkwardModels(seed);
            Model model = awkward.next();
            try (Plan plan = plan(model, path)) {
                long allocated = Long.MAX_VALUE;
                // A method may be thrown back to the interpreter once more before it settles.
                for (int i = 0; i < 10 && allocated > 0; i++) {
                    allocated = allocatedPerRun(plan, 2000, 100);
                }
                assertEquals(0, allocated, "seed " + seed + " " + model.layers());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldEqualReferenceOnTheSightNetwork(String path) {
        try (Plan plan = plan(Sight.MODEL, path)) {
            assertArrayEquals(Sight.WANTED, run(plan, Sight.PIXELS));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldNotRememberEarlierPictures(String path) {
        Model model = TinyModels.model();
        try (Plan plan = plan(model, path)) {
            float[] first = run(plan, noise(model, 1));
            run(plan, noise(model, 2));
            assertArrayEquals(first, run(plan, noise(model, 1)));
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldLeaveInputAsItWas(String path) {
        Model model = TinyModels.model();
        byte[] pixels = noise(model, 1);
        try (Plan plan = plan(model, path)) {
            run(plan, pixels);
            assertArrayEquals(pixels, plan.input().toArray(JAVA_BYTE));
        }
    }

    @Test
    void shouldKeepInputAndOutputAtAlignedAddresses() {
        Model model = TinyModels.model();
        try (Plan plan = plan(model, "scalar")) {
            long input = plan.input().address();
            long output = plan.output().address();
            assertEquals(0, input % 64);
            assertEquals(0, output % 64);
            assertEquals(model.input().elements(), plan.input().byteSize());
            assertEquals(model.output().elements() * 4L, plan.output().byteSize());
            plan.run();
            assertEquals(input, plan.input().address());
            assertEquals(output, plan.output().address());
        }
    }

    @Test
    void shouldReuseSpaceOfTensorsThatHaveDied() {
        try (Plan plan = plan(FrameTime.sightModel(new Random(1)), "scalar")) {
            long asked = plan.report().stream().mapToLong(LayerReport::slabBytes).sum();
            assertTrue(plan.slabBytes() < asked, plan.slabBytes() + " of " + asked);
        }
    }

    @Test
    void shouldPutASumWhereItsShortcutWasWhenNobodyElseWantsThat() {
        try (Plan plan = plan(FrameTime.sightModel(new Random(1)), "scalar")) {
            String table = plan.table();
            assertTrue(table.contains("1 floats"), table);
            assertTrue(!table.contains("2 floats"), table);
        }
    }

    @Test
    void shouldNameEveryLayerInItsTable() {
        try (Plan plan = plan(FrameTime.sightModel(new Random(1)), "scalar")) {
            String table = plan.table();
            assertTrue(table.contains("input 7x7 /4"), table);
            assertTrue(table.contains("binary 3x3 /2 +pool2"), table);
            assertTrue(table.contains("binary 3x3 d4 +x"), table);
            assertTrue(table.contains("head 1x1"), table);
            assertTrue(table.contains("70272000"), table);
        }
    }

    @Test
    void shouldRefuseMemoryAfterClose() {
        Plan plan = plan(TinyModels.model(), "scalar");
        MemorySegment input = plan.input();
        plan.close();
        assertThrows(IllegalStateException.class, () -> input.get(JAVA_BYTE, 0));
        assertThrows(IllegalStateException.class, plan::run);
    }

    @Test
    void shouldLoadFromFileWithItsFacts(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("tiny.jink");
        Model model = TinyModels.model();
        ModelFile.write(model, file);
        try (Plan plan = Plan.load(file)) {
            assertEquals(new Shape(5, 6, 1), plan.inputShape());
            assertEquals(new Shape(3, 3, 2), plan.outputShape());
            assertEquals("tiny", plan.metadata().get("name"));
            assertEquals(ModelFile.sha256(model), plan.sha256());
            assertEquals(KernelProvider.choose().path(), plan.kernelPath());
            assertEquals(3, plan.report().size());
            assertTrue(Verification.golden(plan).passed());
        }
        assertThrows(ModelFileException.class, () -> Plan.load(folder.resolve("absent.jink")));
    }

    @Test
    void shouldMoveBetweenThreads() throws Exception {
        Model model = TinyModels.model();
        byte[] pixels = noise(model, 1);
        try (Plan plan = plan(model, "scalar")) {
            float[] here = run(plan, pixels);
            float[][] there = new float[1][];
            Thread thread = new Thread(() -> there[0] = run(plan, pixels));
            thread.start();
            thread.join();
            assertArrayEquals(here, there[0]);
        }
    }
}
