package dev.jink.benchmarks;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.BinaryConv;
import dev.jink.kernels.plan.InputConv;
import dev.jink.kernels.plan.Layer;
import dev.jink.kernels.plan.Plan;
import dev.jink.kernels.plan.Quantizer;
import dev.jink.kernels.plan.RPReLU;
import dev.jink.kernels.plan.Shortcut;
import dev.jink.kernels.plan.WeightBits;
import dev.jink.kernels.plan.Window;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A stack of binary linear layers that is larger than the heap: one vector goes through all of it,
 * and every weight is read once from the mapped file. The limit is memory, so beside it stands how
 * fast a C program reads the same file, compiled here when there is a C compiler.
 *
 * <p>All layers hold the same seeded weights; the file holds them once for each layer.
 */
final class Giant {
    private static final int CHANNELS = Shape.MAX_CHANNELS;
    private static final long WEIGHTS_OF_LAYER = (long) CHANNELS * CHANNELS;

    private final Path file;
    private final int layers;

    /**
     * @param weights how many; rounded up to whole layers of 65536 by 65536
     */
    Giant(Path file, double weights) {
        this.file = file;
        layers = (int) Math.ceil(weights / WEIGHTS_OF_LAYER);
    }

    int layers() {
        return layers;
    }

    /** Bytes of the file, but for what is not weights. */
    long bytes() {
        return layers * (WEIGHTS_OF_LAYER / Byte.SIZE);
    }

    /**
     * Makes the file when it is not there.
     *
     * @throws IOException when the disk has no room, or the folder cannot be written
     */
    void make() throws IOException {
        if (Files.isRegularFile(file)) {
            System.out.println("giant: " + file + " is there, " + Files.size(file) + " bytes");
            return;
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        double wanted = bytes() * 1.01;
        System.out.printf(
                "giant: making %s, %.1f GB (%.1f GB are free there); this takes minutes%n",
                file, wanted / 1e9, free / 1e9);
        if (free < wanted) {
            throw new IOException(
                    "--giant: got %.1f GB of free disk, wanted %.1f: name another --giant-file"
                            .formatted(free / 1e9, wanted / 1e9));
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment words = arena.allocate(WEIGHTS_OF_LAYER / Byte.SIZE, Long.BYTES);
            SplittableRandom random = new SplittableRandom(5);
            for (long at = 0; at < words.byteSize(); at += Long.BYTES) {
                words.set(JAVA_LONG, at, random.nextLong());
            }
            ModelFile.write(model(WeightBits.in(words)), file);
        }
    }

    private Model model(WeightBits weights) {
        Shape pixel = new Shape(1, 1, 1);
        byte[] first = new byte[CHANNELS];
        for (int i = 0; i < CHANNELS; i++) {
            first[i] = (byte) (i * 37);
        }
        float[] ones = new float[CHANNELS];
        Arrays.fill(ones, 1);
        float[] zeros = new float[CHANNELS];
        RPReLU pass = RPReLU.identity(CHANNELS);
        List<Layer> stack = new ArrayList<>();
        stack.add(new InputConv(pixel, 1, 1, first, 128, ones, zeros, pass));
        for (int i = 0; i < layers; i++) {
            stack.add(
                    new BinaryConv(
                            new Shape(1, 1, CHANNELS),
                            CHANNELS,
                            Window.point(1),
                            1,
                            Quantizer.sign(zeros),
                            weights,
                            ones,
                            zeros,
                            Shortcut.NONE,
                            pass));
        }
        return new Model(pixel, stack, Map.of("name", "giant"), null);
    }

    /**
     * @param figures takes the keys. Modified.
     * @return the row for the terminal
     */
    String measure(Section.Settings settings, ObjectNode figures)
            throws IOException, InterruptedException {
        System.out.println("giant: checking the file's sums, which reads all of it twice");
        ModelFile.Loaded loaded = ModelFile.load(file);
        List<MemorySegment> weights = new ArrayList<>();
        for (Layer layer : loaded.model().layers()) {
            if (layer instanceof BinaryConv conv) {
                weights.add(conv.weights().segment());
            }
        }
        long bytes = weights.stream().mapToLong(MemorySegment::byteSize).sum();
        try (Plan plan = Plan.of(loaded, KernelProvider.named(settings.kernels()));
                CYardstick reader = CYardstick.compile("read", file.toString())) {
            plan.input().set(JAVA_BYTE, 0, (byte) 200);
            // A run takes part of a second or more: it is its own warm-up, and needs no counting.
            double[] run = new double[settings.rounds()];
            double[] read = new double[settings.rounds()];
            for (int round = -2; round < settings.rounds(); round++) {
                double runSeconds = seconds(plan::run);
                double rate = reader == null ? 0 : reader.round();
                if (round >= 0) {
                    run[round] = runSeconds;
                    read[round] = rate;
                }
            }
            double seconds = Rounds.median(run);
            double rate = bytes / seconds / 1e9;
            double most = Rounds.median(read);
            figures.put("weights", bytes * Byte.SIZE);
            figures.put("seconds", seconds);
            figures.put("weightsPerSecond", bytes * Byte.SIZE / seconds);
            figures.put("gigabytesPerSecond", rate);
            figures.put("heapBytes", Runtime.getRuntime().maxMemory());
            String row =
                    "%.1f G weights in %.2f s: %.1f G weights/s, %.1f GB/s"
                            .formatted(bytes * 8 / 1e9, seconds, bytes * 8 / seconds / 1e9, rate);
            if (reader == null) {
                figures.putNull("readGigabytesPerSecond");
                figures.putNull("shareOfReadBandwidth");
                return row + "; no C compiler here, so nothing to compare with";
            }
            figures.put("readGigabytesPerSecond", most);
            figures.put("shareOfReadBandwidth", rate / most);
            return row
                    + ", %.0f %% of the %.1f GB/s that reading takes"
                            .formatted(100 * rate / most, most);
        }
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
