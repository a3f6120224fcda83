package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The replay command as a user starts it: its own process, the node's process, DDS between them. */
final class ReplayTest {
    private static final Path HOME = Path.of("").toAbsolutePath().getParent();

    @TempDir private Path folder;

    private record Result(int status, String out) {}

    private Result replay(int domain, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED",
                                "-Xmx256m",
                                "-Djink.home=" + HOME,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "dev.jink.launch.ReplayCommand"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ROS_DOMAIN_ID", String.valueOf(domain));
        File log = folder.resolve("replay.log").toFile();
        Process process = builder.redirectOutput(log).start();
        try {
            assertTrue(process.waitFor(150, TimeUnit.SECONDS), () -> "replay hangs");
        } finally {
            process.destroyForcibly();
        }
        return new Result(
                process.exitValue(), Files.readString(log.toPath(), StandardCharsets.UTF_8));
    }

    @Test
    void shouldGiveEveryPictureItsOutcome() throws Exception {
        Path walk = Files.createDirectory(folder.resolve("walk"));
        Random random = new Random(11);
        for (int n = 1; n <= 20; n++) {
            pattern(walk.resolve("frame_" + n + ".pgm"), random.nextInt());
        }
        Path json = folder.resolve("figures.json");
        Result result = replay(91, walk.toString(), "--rate", "10", "--json", json.toString());
        assertTrue(Files.exists(json), result.out());
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        long outcomes = 0;
        for (String outcome : List.of("acted", "braked", "superseded", "refused")) {
            assertTrue(figures.path(outcome).isNumber(), outcome + " in " + figures);
            outcomes += figures.path(outcome).asLong();
        }
        assertEquals(figures.path("frames").asLong(), outcomes, result.out());
        assertTrue(figures.path("acted").asLong() > 0, result.out());
        assertEquals(20, figures.path("framesSent").asLong());
        for (String key :
                List.of(
                        "missedDeadlines",
                        "arrivalToCommandMs",
                        "allocatedBytesPerFrame",
                        "transportBytesPerFrame",
                        "kernelPath")) {
            assertTrue(figures.has(key), key + " in " + figures);
        }
    }

    @Test
    void shouldEndWithOneLineWhenThereIsNothingToReplay() throws Exception {
        Result result = replay(92, folder.resolve("absent").toString());
        assertEquals(2, result.status(), result.out());
        assertTrue(
                result.out()
                        .contains(
                                "jink: can't read "
                                        + folder.resolve("absent")
                                        + ": wanted a folder of pictures or a video file\n"),
                result.out());
    }

    /** Blobs of light and dark, so that the picture passes for one. */
    private static void pattern(Path file, int seed) throws Exception {
        byte[] head = "P5\n320 240\n255\n".getBytes(StandardCharsets.US_ASCII);
        byte[] all = java.util.Arrays.copyOf(head, head.length + 320 * 240);
        for (int y = 0; y < 240; y++) {
            for (int x = 0; x < 320; x++) {
                double wave = Math.sin((x + seed % 97) / 23.0) * Math.cos((y + seed % 89) / 17.0);
                all[head.length + y * 320 + x] = (byte) (128 + 90 * wave);
            }
        }
        Files.write(file, all);
    }
}
