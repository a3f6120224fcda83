package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.FaultRig;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code jink faults}: what the real node, in its own process, does when something goes wrong around it. */
@Command(
        name = "jink faults",
        mixinStandardHelpOptions = true,
        description = {
            "Flies the real node over DDS and does to it what can go wrong around it: camera and",
            "controller killed, the node itself stopped and continued, bursts, clocks that jump, a",
            "full disk, malformed messages. Every command is judged; the table says what was seen,",
            "commanded and said. Faults inside the node are flown on virtual time by its tests."
        })
final class FaultsCommand implements Callable<Integer> {
    private static final long START_SECONDS = 60;
    private static final int MOST_MUTATED = 100_000_000;

    @Option(
            names = "--mutated",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "malformed messages to send; 0 = none (default: ${DEFAULT-VALUE})")
    private int mutated;

    @Option(
            names = "--only",
            paramLabel = "WORD",
            defaultValue = "",
            description = "only the faults with this word in their name")
    private String only;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "seed of the mutations (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(names = "--json", paramLabel = "FILE", description = "write the table there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new FaultsCommand()).execute(args));
    }

    @Override
    public Integer call() throws Exception {
        if (mutated < 0 || mutated > MOST_MUTATED) {
            throw new UsageException("--mutated: got " + mutated + ", wanted 0 to " + MOST_MUTATED);
        }
        JsonFile.require(json);
        List<FaultRow> rows = new ArrayList<>();
        JsonNode figures;
        try (FaultRig rig = new FaultRig();
                NodeProcess node =
                        NodeProcess.start(
                                List.of(), line -> System.out.println("node | " + line))) {
            node.awaitActive(START_SECONDS);
            FaultCampaign campaign = new FaultCampaign(rig, node, seed, mutated);
            List<String> names = campaign.names().stream().filter(n -> n.contains(only)).toList();
            if (names.isEmpty()) {
                throw new UsageException(
                        "--only: got '" + only + "', wanted a word of " + campaign.names());
            }
            for (String name : names) {
                rows.add(campaign.run(name));
                print(rows.getLast());
            }
            figures = node.isAlive() ? node.stop() : new ObjectMapper().createObjectNode();
        }
        return end(rows, figures);
    }

    private static void print(FaultRow row) {
        System.out.printf(
                Locale.ROOT,
                "%-44s %-6s %s; %d commands, the last %.2f m/s; \"%s\"%s%n",
                row.fault(),
                row.safe() ? "safe" : "UNSAFE",
                row.seen(),
                row.commands(),
                row.lastSpeed(),
                row.said(),
                row.unsafe().isEmpty() ? "" : " " + row.unsafe());
    }

    private int end(List<FaultRow> rows, JsonNode figures) {
        long unsafe = rows.stream().filter(row -> !row.safe()).count();
        System.out.printf(
                Locale.ROOT,
                "%d faults, %d unsafe; the node: %d frames, %d acted, %d braked, %d superseded, %d"
                        + " refused, %d missed%n",
                rows.size(),
                unsafe,
                figures.path("frames").asLong(),
                figures.path("acted").asLong(),
                figures.path("braked").asLong(),
                figures.path("superseded").asLong(),
                figures.path("refused").asLong(),
                figures.path("missedDeadlines").asLong());
        ObjectNode report = new ObjectMapper().createObjectNode();
        report.put("faults", rows.size());
        report.put("unsafe", unsafe);
        ArrayNode list = report.putArray("rows");
        rows.forEach(row -> list.addPOJO(row));
        report.set("node", figures);
        JsonFile.write(json, report);
        return unsafe == 0 ? 0 : 1;
    }
}
