package dev.jink.launch.profile;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.NodeProcess;
import dev.jink.perception.latency.HistogramLog;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import org.HdrHistogram.Histogram;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code jink profile}: latency, processor time and memory of the real node, driven over DDS at a fixed schedule. */
@Command(
        name = "jink profile",
        mixinStandardHelpOptions = true,
        description = {
            "Drives the perception node over DDS from this process at a fixed schedule, and tells"
                    + " where its time goes.",
            "Exit status 1 when a deadline was missed or a frame that reached the node has no"
                    + " outcome."
        })
public final class ProfileCommand implements Callable<Integer> {
    private static final long START_SECONDS = 120;

    @Option(
            names = "--frames",
            paramLabel = "N",
            defaultValue = "3000",
            description = "pictures to send (default: ${DEFAULT-VALUE})")
    private int frames;

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            defaultValue = "60",
            description = "pictures a second (default: ${DEFAULT-VALUE})")
    private double rate;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            defaultValue = "mono8",
            description = "mono8 or bgr8, 640x480 (default: ${DEFAULT-VALUE})")
    private String encoding;

    @Option(
            names = "--load",
            paramLabel = "KIND",
            split = ",",
            defaultValue = "none",
            description =
                    "what else the machine does meanwhile: none, cpu, mem, gc, io, all; several"
                            + " with commas (default: ${DEFAULT-VALUE})")
    private List<String> load;

    @Option(
            names = "--network",
            paramLabel = "NAME",
            defaultValue = "engine",
            description =
                    "what the node sees with: engine, or float-twin, the same network in float on"
                            + " ONNX Runtime (default: ${DEFAULT-VALUE})")
    private String network;

    @Option(
            names = "--page-open",
            description =
                    "the node serves its live page, and somebody watches it ten times a second"
                            + " meanwhile")
    private boolean pageOpen;

    @Option(
            names = "--report",
            paramLabel = "FOLDER",
            description =
                    "where report.html, profile.json, and the HdrHistogram files go (default:"
                            + " target/profile in the checkout)")
    private Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there too")
    private Path json;

    @Option(
            names = "--compare",
            paramLabel = "A B",
            arity = "2",
            description =
                    "measure nothing: lay two runs side by side, each a profile.json or an .hlog")
    private List<Path> compare;

    private final PrintStream out = System.out;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new ProfileCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        JsonFile.require(json);
        Path folder =
                report != null
                        ? report
                        : Path.of(System.getProperty("jink.home", "."), "target", "profile");
        JsonFile.require(folder.resolve("profile.json"));
        if (compare != null) {
            return compare(folder);
        }
        Plan plan = plan();
        ObjectNode result;
        Map<String, Histogram> histograms = new LinkedHashMap<>();
        Energy energy = Energy.ofMachine();
        List<String> parameters = List.of();
        long looks = 0;
        try (NodeProcess node = start(parameters, line -> out.println("node | " + line));
                Loads loads = new Loads(Load.of(load));
                PageWatcher watcher = new PageWatcher(node::page)) {
            node.awaitActive(START_SECONDS);
            if (pageOpen) {
                watcher.start(START_SECONDS);
            }
            loads.start();
            energy.begin();
            Drive drive = Drive.run(plan);
            double joules = energy.end();
            loads.check();
            if (pageOpen) {
                looks = watcher.stop();
            }
            ObjectNode closing = (ObjectNode) node.stop();
            histograms.put("endToEnd", drive.endToEnd());
            histograms.put("jitter", drive.jitter());
            histograms.putAll(HistogramLog.read(node.histograms()));
            result = new Result(plan, drive, closing, histograms, joules, energy.reason()).json();
        }
        result.put("network", network);
        if (pageOpen) {
            result.put("pageLooks", looks);
            out.println("live page open: looked at " + looks + " times meanwhile");
        }
        new Table(out).print(result);
        keep(folder, result, histograms);
        JsonFile.write(json, result);
        boolean kept =
                result.path("missedDeadlines").asLong() == 0
                        && result.path("frames").asLong() > 0
                        && result.path("withoutOutcome").asLong() == 0;
        return kept ? 0 : 1;
    }

    private NodeProcess start(List<String> parameters, Consumer<String> lines) throws IOException {
        if (pageOpen) {
            return NodeProcess.startWithPage(parameters, lines);
        }
        return network.equals("engine")
                ? NodeProcess.start(parameters, lines)
                : NodeProcess.startTwin(parameters, lines);
    }

    private Plan plan() {
        if (!List.of("engine", "float-twin").contains(network)) {
            throw new UsageException(
                    "--network: got '" + network + "', wanted engine or float-twin");
        }
        if (pageOpen && !network.equals("engine")) {
            throw new UsageException(
                    "--page-open: got --network "
                            + network
                            + ", wanted engine: the twin has no page");
        }
        if (frames < 1 || frames > 10_000_000) {
            throw new UsageException("--frames: got " + frames + ", wanted 1 to 10000000");
        }
        if (!(rate >= 1 && rate <= 1000)) {
            throw new UsageException("--rate: got " + rate + ", wanted 1 to 1000 Hz");
        }
        if (!List.of("mono8", "bgr8").contains(encoding)) {
            throw new UsageException("--encoding: got '" + encoding + "', wanted mono8 or bgr8");
        }
        return new Plan(frames, rate, encoding, String.join(",", load));
    }

    private void keep(Path folder, ObjectNode result, Map<String, Histogram> histograms)
            throws IOException {
        JsonFile.write(folder.resolve("profile.json"), result);
        HistogramLog.write(folder.resolve("profile.hlog"), "jink profile", histograms);
        for (Map.Entry<String, Histogram> each : histograms.entrySet()) {
            Path file = folder.resolve(each.getKey() + ".hgrm");
            try (PrintStream to = new PrintStream(file.toFile())) {
                each.getValue().outputPercentileDistribution(to, 1e6);
            }
        }
        Path page = folder.resolve("report.html");
        Files.writeString(page, new Page(result, histograms).html());
        out.println("report: " + page);
    }

    private int compare(Path folder) throws IOException {
        Comparison comparison = Comparison.of(compare.get(0), compare.get(1));
        comparison.print(out);
        Path page = folder.resolve("compare.html");
        Files.writeString(page, comparison.html());
        JsonFile.write(json, comparison.json());
        out.println("report: " + page);
        return 0;
    }
}
