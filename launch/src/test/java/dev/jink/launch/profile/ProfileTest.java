package dev.jink.launch.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.perception.latency.HistogramLog;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The profiler as a user starts it: its own process, the node's process, DDS between them. */
final class ProfileTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();
    private static final List<String> KEYS =
            List.of(
                    "residentMb",
                    "frames",
                    "acted",
                    "braked",
                    "superseded",
                    "refused",
                    "missedDeadlines",
                    "cpuMsPerFrame",
                    "allocatedBytesPerFrame",
                    "transportBytesPerFrame",
                    "startToActiveMs",
                    "firstFrameMs");
    private static final List<String> PERCENTILES = List.of("p50", "p99", "p999", "p9999", "max");

    @TempDir private Path folder;

    private int profile(String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-Djink.home=" + HOME,
                                "-cp",
                                System.getProperty("java.class.path"),
                                ProfileCommand.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ROS_DOMAIN_ID", "93");
        File log = folder.resolve("profile.log").toFile();
        Process process = builder.redirectOutput(log).start();
        try {
            assertTrue(process.waitFor(150, TimeUnit.SECONDS), () -> "profile hangs");
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String said() throws Exception {
        return Files.readString(folder.resolve("profile.log"), StandardCharsets.UTF_8);
    }

    @Test
    void shouldTellWhereTheTimeOfEveryFrameGoes() throws Exception {
        Path json = folder.resolve("figures.json");
        Path report = folder.resolve("report");
        profile("--frames", "60", "--rate", "30", "--json", json + "", "--report", report + "");
        assertTrue(Files.exists(json), said());
        JsonNode run = new ObjectMapper().readTree(json.toFile());
        KEYS.forEach(key -> assertTrue(run.path(key).isNumber(), key + " in " + run));
        PERCENTILES.forEach(p -> assertTrue(run.path("endToEndMs").path(p).isNumber(), p));
        List<String> stages = new ArrayList<>();
        for (JsonNode stage : run.path("stages")) {
            stages.add(stage.path("name").asText());
            PERCENTILES.forEach(p -> assertTrue(stage.path(p).isNumber(), p));
        }
        assertEquals(List.of("wait", "rectify", "detect", "plan", "send"), stages);
        assertEquals(60, run.path("sent").asInt());
        assertEquals(0, run.path("withoutOutcome").asInt(), said());
        assertTrue(run.path("acted").asInt() > 0, said());
        assertTrue(said().contains("end to end"), said());
        assertTrue(HistogramLog.read(report.resolve("profile.hlog")).containsKey("detect"));
        assertTrue(Files.size(report.resolve("endToEnd.hgrm")) > 0);
        assertTrue(Files.readString(report.resolve("report.html")).contains("<svg"));
    }

    @Test
    void shouldHaveThePageWatchedMeanwhile() throws Exception {
        Path json = folder.resolve("figures.json");
        String[] brief = {"--frames", "60", "--rate", "30", "--page-open"};
        List<String> arguments = new ArrayList<>(List.of(brief));
        arguments.addAll(List.of("--json", json + "", "--report", folder + ""));
        profile(arguments.toArray(String[]::new));
        assertTrue(Files.exists(json), said());
        JsonNode run = new ObjectMapper().readTree(json.toFile());
        assertTrue(run.path("pageLooks").asInt() > 5, said());
        assertEquals(0, run.path("withoutOutcome").asInt(), said());
    }

    @Test
    void shouldEndWithOneLineWhenItIsAskedForTooMuch() throws Exception {
        assertEquals(2, profile("--rate", "5000", "--report", folder.toString()));
        assertEquals("jink: --rate: got 5000.0, wanted 1 to 1000 Hz\n", said());
        assertEquals(2, profile("--network", "magic", "--report", folder.toString()));
        assertEquals("jink: --network: got 'magic', wanted engine or float-twin\n", said());
        String[] twin = {"--page-open", "--network", "float-twin", "--report", folder.toString()};
        assertEquals(2, profile(twin));
        assertEquals(
                "jink: --page-open: got --network float-twin, wanted engine: the twin has no"
                        + " page\n",
                said());
    }
}
