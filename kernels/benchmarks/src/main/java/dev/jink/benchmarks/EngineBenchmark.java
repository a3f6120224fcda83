package dev.jink.benchmarks;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The engine under JMH: {@code jink bench --jmh}. The output is compared bit for bit with the scalar
 * path's before the first and after the last iteration; a difference fails the run.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class EngineBenchmark {
    /** One layer of a small network, or a whole one; see {@link #model}. */
    @Param({
        "conv3x3x256",
        "conv3x3x256-2bit",
        "conv3x3x256-4bit",
        "linear2048",
        "sight",
        "resnet50"
    })
    public String network;

    /** 512, 256, 128, scalar, or the widest of this machine. */
    @Param("widest")
    public String kernels;

    private Engine engine;
    private Runnable work;

    /** Makes the network and checks it. */
    @Setup
    public void open() throws IOException {
        String path = kernels.equals("widest") ? KernelProvider.choose().path() : kernels;
        engine = Engine.checked(model(network), path, 1);
        boolean whole = network.equals("sight") || network.equals("resnet50");
        work = whole ? engine.plan()::run : () -> engine.plan().runLayer(1);
    }

    private static Model model(String network) throws IOException {
        Shape map = new Shape(28, 28, 256);
        return switch (network) {
            case "conv3x3x256" -> Networks.layer(map, 256, 3, 1);
            case "conv3x3x256-2bit" -> Networks.layer(map, 256, 3, 2);
            case "conv3x3x256-4bit" -> Networks.layer(map, 256, 3, 4);
            case "linear2048" -> Networks.layer(new Shape(1, 1, 2048), 2048, 1, 8);
            case "resnet50" -> Networks.resnet50(224);
            case "sight" ->
                    ModelFile.read(Path.of(System.getProperty("jink.models", "."), "sight.jink"));
            default ->
                    throw new IllegalArgumentException(
                            "network: got " + network + ", wanted one of the benchmark's");
        };
    }

    @Benchmark
    public void run() {
        work.run();
    }

    /** Checks what was computed last, and gives the memory back. */
    @TearDown
    public void close() {
        try {
            engine.check();
        } finally {
            engine.close();
        }
    }
}
