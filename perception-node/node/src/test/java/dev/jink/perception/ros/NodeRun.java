package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.perception.TestModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The real node in a process of its own, as it is started on a drone, in a ROS domain of its own.
 */
final class NodeRun implements AutoCloseable {
    static final CameraModel CAMERA = CameraModel.pinhole(320, 240, 160, 160, 159.5, 119.5);
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final Path json;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private NodeRun(Process process, Path json) {
        this.process = process;
        this.json = json;
        Thread.ofPlatform()
                .daemon()
                .name("node-output")
                .start(
                        () -> {
                            try (var reader = process.inputReader()) {
                                reader.lines().forEach(lines::add);
                            } catch (IOException | java.io.UncheckedIOException e) {
                                lines.add("output ended: " + e);
                            }
                        });
    }

    /**
     * An active node with random weights behind a known camera, {@link #CAMERA}, and a budget that a
     * busy test machine can keep.
     *
     * @param parameters as {@code name:=value}
     */
    static NodeRun behindCamera(int domain, Path folder, String... parameters)
            throws IOException, InterruptedException {
        TestModel.write(folder);
        Path info = folder.resolve("camera.yaml");
        CameraInfoYaml.write(info, CAMERA, "camera");
        List<String> arguments = new ArrayList<>(List.of("--ros-args"));
        arguments.addAll(List.of("-p", "camera_info_file:=" + info, "-p", "budget_ms:=900.0"));
        for (String parameter : parameters) {
            arguments.addAll(List.of("-p", parameter));
        }
        NodeRun run = start(domain, folder, arguments.toArray(String[]::new));
        try {
            run.await("jink: active after");
            return run;
        } catch (AssertionError | InterruptedException never) {
            run.close();
            throw never;
        }
    }

    static NodeRun start(int domain, Path folder, String... arguments) throws IOException {
        Path json = folder.resolve("figures.json");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "--add-modules",
                        "jdk.incubator.vector",
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-XX:MaxDirectMemorySize=512m",
                        "-Djink.models=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.jink.perception.ros.PerceptionNode",
                        "--json",
                        json.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("ROS_DOMAIN_ID", Integer.toString(domain));
        return new NodeRun(builder.start(), json);
    }

    /** Waits for a line that holds {@code part}; returns it. */
    String await(String part) throws InterruptedException {
        return await(part, () -> {});
    }

    /** The same, with something to be done again and again meanwhile. */
    String await(String part, Runnable meanwhile) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < until) {
            meanwhile.run();
            String line = lines.poll(50, TimeUnit.MILLISECONDS);
            if (line != null) {
                seen.add(line);
                if (line.contains(part)) {
                    return line;
                }
            } else if (!process.isAlive()) {
                break;
            }
        }
        throw new AssertionError("never said '" + part + "', but: " + String.join(" | ", seen));
    }

    /** Waits for its end by itself; returns the exit status. */
    int awaitEnd() throws InterruptedException {
        assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it runs on and on");
        return process.exitValue();
    }

    /** Tells it to end (SIGTERM); returns the exit status. */
    int end() throws InterruptedException {
        process.destroy();
        return awaitEnd();
    }

    JsonNode figures() throws IOException {
        assertTrue(Files.isRegularFile(json), "no closing figures; it said: " + seen);
        return new ObjectMapper().readTree(json.toFile());
    }

    List<String> seen() {
        lines.drainTo(seen);
        return List.copyOf(seen);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
