package dev.jink.gazebo.link;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Path world;
    private final Process display;
    private final Process server;
    private final Socket socket;
    private final LockStep lockStep;
    private final Thread atExit = new Thread(this::end, "gazebo-end");
    private final AtomicBoolean ended = new AtomicBoolean();

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
        // Who is interrupted in flight shall leave no folder behind.
        Runtime.getRuntime().addShutdownHook(atExit);
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
            display = Launcher.display(folder, world);
            String screen = Launcher.screen(display, world);
            server = Launcher.server(folder, world, start, screen, listener.getLocalPort(), token);
            Socket socket = accept(listener, server, Launcher.log(world), start.world());
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
                                    + Launcher.tail(log));
                }
                // It would go on, in its own empty world, which asks for this model: none of ours
                // does.
                if (Launcher.lines(log).anyMatch(line -> line.contains("model://ground_plane"))) {
                    throw new IOException(
                            "gazebo: gzserver could not read " + loaded + Launcher.tail(log));
                }
            }
        }
        throw new IOException(
                "gazebo: got no hello from the plugin within "
                        + START_SECONDS
                        + " s, wanted one"
                        + Launcher.tail(log));
    }

    public LockStep lockStep() {
        return lockStep;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // Then the hook is at work, or has been.
        }
        end();
    }

    private void end() {
        if (ended.getAndSet(true)) {
            return;
        }
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
