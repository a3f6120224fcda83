package dev.jink.gazebo.link;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * One gzserver in one world, with a display of its own, and the connection to its plugin. Several may
 * run side by side. Closing ends the processes and deletes the world's folder; should this JVM be
 * killed, gzserver sees the connection go and ends itself, and the display with it.
 */
public final class Gazebo implements AutoCloseable {
    private static final int START_SECONDS = 90;

    /** Longest wait for one reply. A step takes milliseconds; the plugin itself gives up after 5 s. */
    private static final int REPLY_MILLIS = 60_000;

    private static final int LOG_LINES = 3;

    private final Path world;
    private final Process display;
    private final Process server;
    private final Socket socket;
    private final LockStep lockStep;

    /** Writes a world into the folder it is given. */
    @FunctionalInterface
    public interface Writer {
        void write(Path folder) throws IOException;
    }

    /**
     * @param world the file in the folder that gzserver is to load
     * @param seed of the physics
     * @param width and height, of the model's cameras, pixels
     * @param depth whether it has a depth camera
     */
    public record Start(String world, long seed, int width, int height, boolean depth) {}

    private Gazebo(Path world, Process display, Process server, Socket socket, LockStep lockStep) {
        this.world = world;
        this.display = display;
        this.server = server;
        this.socket = socket;
        this.lockStep = lockStep;
    }

    /**
     * Writes the world and starts gzserver in it, paused; takes about 4 s.
     *
     * @throws IllegalStateException in one line, when Gazebo isn't there
     * @throws IOException in one line, when it doesn't start
     */
    public static Gazebo start(GazeboFolder folder, Writer writer, Start start) throws IOException {
        folder.required();
        Files.createDirectories(folder.worlds());
        Path world = Files.createTempDirectory(folder.worlds(), "w");
        Process display = null;
        Process server = null;
        long token = new SecureRandom().nextLong();
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            writer.write(world);
            display = display(folder, world);
            String screen = screen(display, world);
            server = server(folder, world, start, screen, listener.getLocalPort(), token);
            Socket socket = accept(listener, server, world.resolve("gzserver.log"), start.world());
            LockStep lockStep =
                    new LockStep(
                            new BufferedInputStream(socket.getInputStream(), 1 << 18),
                            socket.getOutputStream(),
                            start.width(),
                            start.height(),
                            start.depth());
            lockStep.greet(token);
            return new Gazebo(world, display, server, socket, lockStep);
        } catch (IOException | RuntimeException failed) {
            end(server);
            end(display);
            delete(world);
            throw failed;
        }
    }

    private static Process display(GazeboFolder folder, Path world) throws IOException {
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
    private static String screen(Process display, Path world) throws IOException {
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

    private static Process server(
            GazeboFolder folder, Path world, Start start, String screen, int port, long token)
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
                .redirectOutput(world.resolve("gzserver.log").toFile())
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

    private static Socket accept(ServerSocket listener, Process server, Path log, String loaded)
            throws IOException {
        listener.setSoTimeout(200);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < end) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(REPLY_MILLIS);
                return socket;
            } catch (SocketTimeoutException notYet) {
                if (!server.isAlive()) {
                    throw new IOException(
                            "gazebo: gzserver ended with status "
                                    + server.exitValue()
                                    + " before its plugin said hello"
                                    + tail(log));
                }
                // It would go on, in its own empty world, which asks for this model: none of ours does.
                if (lines(log).anyMatch(line -> line.contains("model://ground_plane"))) {
                    throw new IOException("gazebo: gzserver could not read " + loaded + tail(log));
                }
            }
        }
        throw new IOException(
                "gazebo: got no hello from the plugin within "
                        + START_SECONDS
                        + " s, wanted one"
                        + tail(log));
    }

    private static Stream<String> lines(Path log) throws IOException {
        if (!Files.isRegularFile(log)) {
            return Stream.of();
        }
        // It has no sound card, and says so at length.
        return Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("AL"));
    }

    private static String tail(Path log) throws IOException {
        List<String> said = lines(log).toList();
        return said.isEmpty()
                ? ""
                : "; it said: "
                        + String.join(
                                " | ", said.subList(Math.max(0, said.size() - LOG_LINES), said.size()));
    }

    public LockStep lockStep() {
        return lockStep;
    }

    @Override
    public void close() {
        try {
            lockStep.close();
            socket.close();
        } catch (IOException alreadyGone) {
            // What is to be ended has ended.
        }
        end(server);
        end(display);
        delete(world);
    }

    private static void end(Process process) {
        if (process == null) {
            return;
        }
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException busy) {
            System.err.println("gazebo: could not delete " + folder + ": " + busy.getMessage());
        }
    }
}
