package dev.jink.launch;

import dev.jink.sim.command.UsageException;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How the node's process is started: on its own class path, with the JVM arguments that lie beside it, and on the runtime
 * and from the start cache that {@code launch/jink} makes, where the cache is not older than the node.
 */
final class NodeCommand {
    private static final String TRAINING_JAR = "jink-training-[^-]*(-SNAPSHOT)?\\.jar";
    private static final String JAR = "jink-node-[^-]*(-SNAPSHOT)?\\.jar";

    // ONNX Runtime recurses deeper than a thread's stack usually goes.
    private static final String TWIN_STACK = "-Xss64m";

    private NodeCommand() {}

    /**
     * The same node with its network's float twin on ONNX Runtime, for measurements: from the room that has both.
     *
     * @param home the checkout
     */
    static List<String> ofTwin(Path home) throws IOException {
        Path room = home.resolve("sim/training/target");
        return List.of(
                java(),
                "@" + home.resolve("perception-node/node/jvm.args"),
                TWIN_STACK,
                "-Djink.models=" + home.resolve("perception-node/models"),
                "-cp",
                jar(room, TRAINING_JAR)
                        + File.pathSeparator
                        + Files.readString(room.resolve("classpath")).strip(),
                "dev.jink.training.TwinNode");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * The program that {@code -Djink.node} names, as in the onboard bundle; without it the node of a checkout.
     *
     * @param home the checkout
     */
    static List<String> of(Path home) throws IOException {
        String installed = System.getProperty("jink.node");
        if (installed != null) {
            return new ArrayList<>(List.of(installed));
        }
        Path room = home.resolve("perception-node/node");
        Path jar = jar(room.resolve("target"), JAR);
        Path cache = room.resolve("target/start.aot");
        Path runtime = room.resolve("target/runtime/bin/java");
        List<String> command = new ArrayList<>();
        command.add(Files.exists(runtime) ? runtime.toString() : java());
        command.add("@" + room.resolve("jvm.args"));
        if (Files.exists(cache) && newer(cache, jar)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-Djink.models=" + home.resolve("perception-node/models"));
        command.add("-cp");
        command.add(
                jar
                        + File.pathSeparator
                        + Files.readString(room.resolve("target/classpath")).strip());
        command.add("dev.jink.perception.ros.PerceptionNode");
        return command;
    }

    private static boolean newer(Path a, Path b) throws IOException {
        return Files.getLastModifiedTime(a).compareTo(Files.getLastModifiedTime(b)) > 0;
    }

    private static Path jar(Path target, String name) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.getFileName().toString().matches(name))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "no jar of the node in "
                                                    + target
                                                    + ": run ./mvnw -DskipTests package"));
        }
    }
}
