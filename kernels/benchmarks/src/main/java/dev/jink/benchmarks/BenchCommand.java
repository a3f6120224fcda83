package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.Shape;

import org.openjdk.jmh.runner.RunnerException;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink bench}: the engine's layers and whole networks beside their yardsticks. */
@Command(
        name = "jink bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Times the 1-bit engine beside C and ONNX Runtime, both sides in turn, one thread"
                    + " unless",
            "the section says otherwise, and takes medians. Leave the machine alone meanwhile."
        })
final class BenchCommand implements Callable<Integer> {
    private static final List<Section> SECTIONS =
            List.of(
                    new ConvSection(),
                    new ResNetSection(1),
                    new ResNetSection(2),
                    new BitsSection(),
                    new LinearSection(),
                    new PathsSection(),
                    new SightSection());
    private static final int QUICK_ROUNDS = 3;

    @Option(
            names = "--only",
            split = ",",
            paramLabel = "NAME",
            description =
                    "these sections alone: conv3x3x256, resnet50, resnet50x2, bits, linear2048,"
                            + " paths, sight")
    private List<String> only = List.of();

    @Option(
            names = "--rounds",
            paramLabel = "N",
            defaultValue = "9",
            description = "rounds of each side, odd (default: ${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--giant",
            paramLabel = "WEIGHTS",
            description = {
                "a stack of binary linear layers with that many weights, 100e9 for instance, and",
                "nothing else; makes its file once (1 GB for 8e9 weights), with a heap of 256 MB"
            })
    private Double giant;

    @Option(
            names = "--giant-file",
            paramLabel = "FILE",
            description = "where that file is (default: giant-LAYERS.jink in ~/.cache/jink)")
    private Path giantFile;

    @Option(
            names = "--jmh",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "NETWORK",
            description = {
                "the same networks, or one of them, under JMH with its gc profiler, and nothing",
                "else: a JVM for each, nine iterations of two seconds"
            })
    private String jmh;

    @Option(names = "--quick", description = "three rounds: to see that it works")
    private boolean quick;

    @Option(
            names = "--kernels",
            paramLabel = "PATH",
            description = "512, 256, 128 or scalar (default: the widest of this machine)")
    private String kernels;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    @Spec private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new BenchCommand())
                .setParameterExceptionHandler(
                        (e, given) -> {
                            String line = e.getMessage().lines().findFirst().orElse(e.toString());
                            e.getCommandLine()
                                    .getErr()
                                    .println("jink: " + line + "; --help lists the options");
                            return 2;
                        });
    }

    @Override
    public Integer call() throws IOException {
        check();
        Section.Settings settings = new Section.Settings(quick ? QUICK_ROUNDS : rounds, path());
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("quick", quick);
        if (giant != null) {
            return giant(settings, figures);
        }
        if (jmh != null) {
            return jmh(settings, figures);
        }
        boolean failed = false;
        for (Section section : SECTIONS) {
            if (!only.isEmpty() && !only.contains(section.name())) {
                continue;
            }
            ObjectNode part = figures.putObject(section.name());
            String row;
            try {
                row = section.measure(settings, part);
            } catch (Exception e) {
                row = "FAILED: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("?");
                failed = true;
            }
            System.out.printf("%-12s %s%n", section.name(), row);
        }
        long allocated = allocatedBytes(settings);
        failed |= allocated != 0;
        figures.put("allocatedBytes", allocated);
        System.out.printf(
                "%-12s %d bytes of heap a run%n",
                "allocation", figures.get("allocatedBytes").asLong());
        MachineFacts.of(settings.kernels()).write(figures.putObject("machine"));
        System.out.printf("%-12s %s%n", "machine", figures.get("machine"));
        write(figures);
        return failed ? 1 : 0;
    }

    private int giant(Section.Settings settings, ObjectNode figures) throws IOException {
        int layers = new Giant(Path.of("giant"), giant).layers();
        Path file =
                giantFile == null
                        ? Path.of(
                                System.getProperty("user.home"),
                                ".cache",
                                "jink",
                                "giant-" + layers + ".jink")
                        : giantFile;
        Giant stack = new Giant(file, giant);
        try {
            stack.make();
            String row = stack.measure(settings, figures.putObject("giant"));
            System.out.printf("%-12s %s%n", "giant", row);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IOException e) {
            spec.commandLine().getErr().println("jink: " + e.getMessage());
            return 1;
        }
        MachineFacts.of(settings.kernels()).write(figures.putObject("machine"));
        write(figures);
        return 0;
    }

    private int jmh(Section.Settings settings, ObjectNode figures) throws IOException {
        boolean clean;
        try {
            clean = JmhRuns.run(jmh, settings.kernels(), quick, true, figures.putArray("jmh"));
        } catch (RunnerException e) {
            spec.commandLine().getErr().println("jink: --jmh: " + e.getMessage());
            return 1;
        }
        for (JsonNode entry : figures.get("jmh")) {
            System.out.printf(
                    "%-18s %.4f ms, %.1f bytes of heap a call%n",
                    entry.get("network").asText(),
                    entry.get("ms").asDouble(),
                    entry.get("allocatedBytesPerCall").asDouble());
        }
        MachineFacts.of(settings.kernels()).write(figures.putObject("machine"));
        write(figures);
        return clean ? 0 : 1;
    }

    private static long allocatedBytes(Section.Settings settings) {
        Shape in = new Shape(15, 20, 64);
        try (Engine engine = Engine.checked(Networks.layer(in, 64, 3, 1), settings.kernels(), 1)) {
            long bytes = Long.MAX_VALUE;
            // Until the compiled code has settled.
            for (int i = 0; i < 20 && bytes != 0; i++) {
                new Rounds(1).medianMs(engine.plan()::run);
                bytes = engine.allocatedBytes();
            }
            return bytes;
        }
    }

    private void check() {
        if (rounds < 1 || rounds > 999 || rounds % 2 == 0) {
            throw usage("--rounds: got " + rounds + ", wanted an odd number from 1 to 999");
        }
        if (giant != null && !(giant >= 1 && giant <= 1e12)) {
            throw usage("--giant: got " + giant + ", wanted 1 to 1e12 weights");
        }
        List<String> names = SECTIONS.stream().map(Section::name).toList();
        for (String name : only) {
            if (!names.contains(name)) {
                throw usage("--only: got " + name + ", wanted some of " + String.join(",", names));
            }
        }
        if (json != null) {
            Path folder = json.toAbsolutePath().getParent();
            if (!Files.isDirectory(folder)
                    || !Files.isWritable(folder)
                    || Files.isDirectory(json)) {
                throw usage(
                        "--json: got " + json + ", wanted a file in a folder that can be written");
            }
        }
    }

    private String path() {
        if (kernels == null) {
            return KernelProvider.choose().path();
        }
        try {
            return KernelProvider.named(kernels).path();
        } catch (IllegalArgumentException e) {
            throw usage("--kernels: " + e.getMessage());
        }
    }

    private ParameterException usage(String line) {
        return new ParameterException(spec.commandLine(), line);
    }

    private void write(ObjectNode figures) throws IOException {
        if (json == null) {
            return;
        }
        Path half = json.resolveSibling(json.getFileName() + ".part");
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(half.toFile(), figures);
        Files.move(half, json, StandardCopyOption.REPLACE_EXISTING);
    }
}
