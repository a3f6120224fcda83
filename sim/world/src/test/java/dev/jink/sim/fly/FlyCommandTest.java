package dev.jink.sim.fly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FlyCommandTest {
    @TempDir private Path folder;
    private final StringWriter said = new StringWriter();
    private Path json;

    @BeforeEach
    void nameTheFile() {
        json = folder.resolve("scores.json");
    }

    private int fly(String... arguments) {
        CommandLine line = FlyCommand.commandLine();
        return line.setErr(new PrintWriter(said, true)).execute(arguments);
    }

    private JsonNode written() throws Exception {
        return new ObjectMapper().readTree(json.toFile());
    }

    @Test
    void shouldWriteTheKeysThatOthersRelyOn() throws Exception {
        int status =
                fly(
                        "--pilot",
                        "true_depth",
                        "--trials",
                        "2",
                        "--seed",
                        "7",
                        "--limit",
                        "6",
                        "--json",
                        json.toString());
        assertEquals(0, status, said.toString());
        JsonNode root = written();
        List<String> keys = new ArrayList<>();
        root.fieldNames().forEachRemaining(keys::add);
        List<String> promised =
                List.of(
                        "trials",
                        "success",
                        "ci95",
                        "collisions",
                        "timeouts",
                        "baselines",
                        "meanSpeed",
                        "pathExcess",
                        "closestM",
                        "latencyMs",
                        "trialsPerMinute");
        assertEquals(promised, keys.subList(0, promised.size()));
        assertEquals(2, root.get("trials").asInt());
        assertEquals(2, root.get("ci95").size());
        assertTrue(root.get("latencyMs").get("p99").isNumber());
        assertTrue(root.get("latencyMs").get("p50").isNumber());
        JsonNode pace = root.get("trialsPerMinute");
        double meanSeconds = 30 * pace.get("of30s").asDouble() / pace.get("flown").asDouble();
        assertEquals(6, meanSeconds, 0.01, "both ran out of their 6 s");
        assertEquals(0, root.get("baselines").get("straight").asDouble());
        assertEquals(0, root.get("baselines").get("stopOnly").asDouble());
        assertEquals(7, root.get("flights").get(0).get("seed").asInt());
    }

    @Test
    void shouldFlyEveryCombinationOfASweep() throws Exception {
        int status =
                fly(
                        "--pilot",
                        "straight",
                        "--no-baselines",
                        "--trials",
                        "1",
                        "--spacing",
                        "5,7",
                        "--speed",
                        "2,4",
                        "--latency-ms",
                        "0,50",
                        "--limit",
                        "1",
                        "--json",
                        json.toString());
        assertEquals(0, status, said.toString());
        JsonNode points = written().get("points");
        assertEquals(8, points.size());
        JsonNode last = points.get(7).get("settings");
        assertEquals(7, last.get("spacingM").asDouble());
        assertEquals(4, last.get("speed").asDouble());
        assertEquals(50, last.get("injectedLatencyMs").asDouble());
    }

    @Test
    void shouldEndWithStatusOneBelowItsBar() {
        String[] straight = {
            "--pilot", "straight", "--no-baselines", "--trials", "3", "--bar", "0.5"
        };
        assertEquals(1, fly(straight));
    }

    @Test
    void shouldSayBadUsageInOneLine() {
        refuses("--trials is 0, wanted 1 to 100000", "--trials", "0");
        refuses("--bar is 2.0, wanted a share from 0 to 1", "--bar", "2");
        refuses("--threads is 0, wanted 1 to 1024", "--threads", "0");
        refuses("forest: spacing_m is 0.5, wanted 1.2 to 30", "--spacing", "0.5");
        refuses("trial: frame rate is 500.0 Hz, wanted 1 to 240", "--frame-rate", "500");
        refuses("sensor: noise is 99.0 times the usual, wanted 0 to 20", "--noise", "99");
        refuses("wind: mean is 40.0 m/s", "--wind", "40");
        refuses("course: movers is 99, wanted 0 to 50 people", "--movers", "99");
        refuses("Invalid value for option '--course'", "--course", "moon");
        refuses("Invalid value for option '--pilot'", "--pilot", "nobody");
        refuses("--simulator: got 'moon', wanted one of world", "--simulator", "moon");
        refuses("no model: got neither --model nor -Djink.models", "--trials", "1");
        String absent = folder.resolve("absent.jink").toString();
        refuses("model file " + absent + ": got no such file", "--model", absent);
    }

    private void refuses(String line, String... arguments) {
        said.getBuffer().setLength(0);
        assertEquals(2, fly(arguments), line);
        assertTrue(said.toString().startsWith("jink: " + line), said.toString());
        assertEquals(1, said.toString().lines().count(), said.toString());
    }
}
