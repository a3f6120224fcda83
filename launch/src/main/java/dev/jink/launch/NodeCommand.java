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
 * How the node's process is started: on its own class path, with the JVM arguments that lie beside it, and from the start
 * cache that {@code launch/jink} makes where that is not older than the node.
 */
final class NodeCommand {
    private static final String JAR = "jink-node-[^-]*(-SNAPSHOT)?\\.jar";

    private NodeCommand() {}

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
        Path jar = jar(room.resolve("target"));
        Path cache = room.resolve("target/start.aot");
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
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

    private static Path jar(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(f -> f.getFileName().toString().matches(JAR))
                    .findFirst()
                    .orElseThrow(
                            () ->
                                    new UsageException(
                                            "no node jar in "
                                                    + target
                                                    + ": run ./mvnw -DskipTests package"));
        }
    }
}
