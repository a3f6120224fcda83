package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.sun.management.ThreadMXBean;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.reference.Reference;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Weights that stay in the file they are mapped from. */
final class MappedWeightsTest {
    @TempDir private Path folder;

    static List<String> paths() {
        return KernelProvider.available();
    }

    /** The same weights, but in a mapped file. */
    private BinaryConv mapped(BinaryConv conv, int i) throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve("weights" + i),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long bytes = conv.weights().words() * Long.BYTES;
            MemorySegment map = file.map(MapMode.READ_WRITE, 0, bytes, Arena.ofAuto());
            MemorySegment.copy(
                    conv.weights().segment(), JAVA_LONG, 0, map, JAVA_LONG, 0, bytes / Long.BYTES);
            return new BinaryConv(
                    conv.in(),
                    conv.outChannels(),
                    conv.window(),
                    conv.groups(),
                    conv.quantizer(),
                    WeightBits.in(map),
                    conv.scale(),
                    conv.bias(),
                    conv.shortcut(),
                    conv.activation());
        }
    }

    @ParameterizedTest
    @MethodSource("paths")
    void shouldEqualReferenceFromTheFile(String path) throws IOException {
        System.out.println("mapped weights, seeds from 8000");
        int files = 0;
        for (int seed = 8000; seed < 8150; seed++) {
            AwkwardModels awkward = new AwkwardModels(seed);
            Model model = awkward.next();
            byte[] pixels = awkward.pixels(model);
            List<Layer> layers = new ArrayList<>();
            for (Layer layer : model.layers()) {
                layers.add(layer instanceof BinaryConv conv ? mapped(conv, files++) : layer);
            }
            Model inFile = new Model(model.input(), layers, model.wires(), Map.of(), null);
            try (Plan plan = Plan.of(inFile, KernelProvider.named(path))) {
                MemorySegment.copy(pixels, 0, plan.input(), JAVA_BYTE, 0, pixels.length);
                plan.run();
                assertArrayEquals(
                        Reference.run(model, pixels),
                        plan.output().toArray(JAVA_FLOAT),
                        path + " seed " + seed);
            }
        }
        assertTrue(files > 100, files + " mapped layers");
    }

    /** A dense layer of 16 MiB of weights between smaller ones. */
    private static Model large() {
        Random random = new Random(9);
        int channels = 12_288;
        Shape pixel = new Shape(1, 1, 1);
        byte[] first = new byte[channels];
        random.nextBytes(first);
        float[] ones = new float[channels];
        Arrays.fill(ones, 1);
        long[] weights = random.longs((long) channels * channels / 64).toArray();
        return new Model(
                pixel,
                List.of(
                        new InputConv(
                                pixel,
                                1,
                                1,
                                first,
                                128,
                                ones,
                                new float[channels],
                                RPReLU.identity(channels)),
                        new BinaryConv(
                                new Shape(1, 1, channels),
                                channels,
                                Window.point(1),
                                1,
                                Quantizer.sign(new float[channels]),
                                WeightBits.of(weights),
                                ones,
                                new float[channels],
                                Shortcut.NONE,
                                RPReLU.identity(channels))),
                Map.of(),
                null);
    }

    @Test
    void shouldLeaveManyWeightsInTheModelFileAndFewNot() throws IOException {
        Path file = folder.resolve("large.jink");
        Model model = large();
        ModelFile.write(model, file);
        Model read = ModelFile.read(file);
        assertEquals(model, read);
        assertTrue(((BinaryConv) read.layers().get(1)).weights().isMapped());
        byte[] pixels = {(byte) 200};
        float[] wanted = null;
        for (String path : KernelProvider.available()) {
            try (Plan plan = Plan.load(file, KernelProvider.named(path))) {
                plan.input().set(JAVA_BYTE, 0, pixels[0]);
                plan.run();
                float[] got = plan.output().toArray(JAVA_FLOAT);
                wanted = wanted == null ? Reference.run(model, pixels) : wanted;
                assertArrayEquals(wanted, got, path);
            }
        }
        Model few = new AwkwardModels(1).next();
        ModelFile.write(few, file);
        for (Layer layer : ModelFile.read(file).layers()) {
            assertFalse(layer instanceof BinaryConv conv && conv.weights().isMapped());
        }
    }

    @Test
    void shouldAllocateNothingFromTheFile() throws IOException {
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Path file = folder.resolve("large.jink");
        ModelFile.write(large(), file);
        try (Plan plan = Plan.load(file)) {
            long bytes = Long.MAX_VALUE;
            for (int round = 0; round < 10 && bytes > 0; round++) {
                for (int i = 0; i < 20; i++) {
                    plan.run();
                }
                long before = memory.getCurrentThreadAllocatedBytes();
                for (int i = 0; i < 10; i++) {
                    plan.run();
                }
                bytes = memory.getCurrentThreadAllocatedBytes() - before;
            }
            assertEquals(0, bytes);
        }
    }
}
