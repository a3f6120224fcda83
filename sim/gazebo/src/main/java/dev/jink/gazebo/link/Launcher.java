package dev.jink.gazebo.link;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Starts the display and gzserver inside the folder of the setup, and reads what they said. */
final class Launcher {
    private static final int LOG_LINES = 3;

    private Launcher() {}

    /** Where gzserver's lines go. */
    static Path log(Path world) {
        return world.resolve("gzserver.log");
    }

    static Process display(GazeboFolder folder, Path world) throws IOException {
        // -terminate: ends with its last client, so that no killed JVM leaves it behind.
        List<String> command =
                List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-terminate",
                        "-nolisten",
                        "tcp",
                        "-screen",
                        "0",
                        "64x64x24");
        return enter(folder, command, Map.of())
                .redirectError(world.resolve("display.log").toFile())
                .start();
    }

    /** Waits for the display to say its number. */
    static String screen(Process display, Path world) throws IOException {
        byte[] said = new byte[16];
        int length = 0;
        int next;
        while (length < said.length && (next = display.getInputStream().read()) >= 0) {
            if (next == '\n') {
                return ":" + new String(said, 0, length, StandardCharsets.US_ASCII);
            }
            said[length++] = (byte) next;
        }
        throw new IOException(
                "gazebo: got no display from Xvfb, wanted one"
                        + tail(world.resolve("display.log")));
    }

    static Process server(
            GazeboFolder folder,
            Path world,
            Gazebo.Start start,
            String screen,
            int port,
            long token)
            throws IOException {
        String inside = "/" + folder.root().relativize(world);
        Map<String, String> environment =
                Map.ofEntries(
                        Map.entry("DISPLAY", screen),
                        Map.entry("LIBGL_ALWAYS_SOFTWARE", "1"),
                        Map.entry("HOME", inside),
                        Map.entry("GAZEBO_IP", "127.0.0.1"),
                        Map.entry("GAZEBO_MASTER_URI", "http://127.0.0.1:" + freePort()),
                        Map.entry("GAZEBO_MODEL_DATABASE_URI", ""),
                        Map.entry("GAZEBO_MODEL_PATH", inside),
                        Map.entry("GAZEBO_RESOURCE_PATH", "/usr/share/gazebo-11:" + inside),
                        Map.entry("GAZEBO_PLUGIN_PATH", "/jink"),
                        Map.entry("OGRE_RESOURCE_PATH", "/usr/lib/x86_64-linux-gnu/OGRE-1.9.0"),
                        Map.entry("JINK_GAZEBO_PORT", Integer.toString(port)),
                        Map.entry("JINK_GAZEBO_TOKEN", HexFormat.of().toHexDigits(token)));
        List<String> command =
                List.of(
                        "gzserver",
                        "-u",
                        "--lockstep",
                        "--seed",
                        Long.toString(start.seed() & 0x7fffffff),
                        inside + "/" + start.world());
        return enter(folder, command, environment)
                .redirectErrorStream(true)
                .redirectOutput(log(world).toFile())
                .start();
    }

    private static ProcessBuilder enter(
            GazeboFolder folder, List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add("chroot");
        builder.command().add(folder.root().toString());
        builder.command().addAll(command);
        builder.environment().clear();
        builder.environment().put("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
        builder.environment().put("LC_ALL", "C");
        builder.environment().putAll(environment);
        return builder;
    }

    /** Gazebo wants a port for its own master; nobody but gzserver itself uses it here. */
    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    static Stream<String> lines(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return Stream.of();
        }
        // It has no sound card, and says so at length.
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("AL"));
    }

    static String tail(Path log) throws IOException {
        List<String> said = lines(log).toList();
        return said.isEmpty()
                ? ""
                : "; it said: "
                        + String.join(
                                " | ",
                                said.subList(Math.max(0, said.size() - LOG_LINES), said.size()));
    }
}
