package dev.jink.rcljava.vendor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A participant of another DDS vendor, in a process of its own: {@code peer.c}, built here with the
 * tools of Debian's Cyclone DDS. Its modes are described at the head of that file.
 */
public final class CyclonePeer implements AutoCloseable {
    /** What a machine without the vendor's tools is told to run. */
    public static final String INSTALL = "apt-get install -y cyclonedds-dev cyclonedds-tools gcc";

    // Loopback without multicast, as ROS_LOCALHOST_ONLY sets it up.
    private static final String CONFIGURATION =
            """
            <CycloneDDS><Domain id="any">
              <General>
                <Interfaces><NetworkInterface name="lo"/></Interfaces>
                <AllowMulticast>false</AllowMulticast>
                <MaxMessageSize>65500B</MaxMessageSize>
              </General>
              <Discovery>
                <ParticipantIndex>auto</ParticipantIndex>
                <MaxAutoParticipantIndex>20</MaxAutoParticipantIndex>
                <Peers><Peer address="127.0.0.1"/></Peers>
              </Discovery>
            </Domain></CycloneDDS>
            """;

    private static Path program;

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private CyclonePeer(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("cyclone-peer").start(this::collect);
    }

    /** Starts a peer in a domain; the other words are the mode and its arguments. */
    public static CyclonePeer start(int domainId, String... mode) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(built().toString());
        command.add(Integer.toString(domainId));
        command.addAll(List.of(mode));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CYCLONEDDS_URI", CONFIGURATION);
        return new CyclonePeer(builder.start());
    }

    /** The next line that starts with {@code word}; lines before it are dropped. */
    public String await(String word, long seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        List<String> dropped = new ArrayList<>();
        for (; ; ) {
            String line = lines.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            if (line == null || line.startsWith("failed") || line.startsWith("end")) {
                throw new AssertionError(
                        "cyclone peer: wanted a line '%s' within %d s, got %s then %s"
                                .formatted(word, seconds, dropped, line));
            }
            if (line.equals(word) || line.startsWith(word + " ")) {
                return line;
            }
            dropped.add(line);
        }
    }

    /** The next line, whatever it is, or null after {@code seconds}. */
    public String poll(long seconds) throws InterruptedException {
        return lines.poll(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private void collect() {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
            lines.add("end of output");
        } catch (IOException e) {
            lines.add("end of output: " + e.getMessage());
        }
    }

    /** Builds the program once per process, from the sources on the class path. */
    private static synchronized Path built() throws IOException {
        if (program == null) {
            Path folder = Files.createDirectories(Path.of("target", "cyclone-peer"));
            Path work = Files.createTempDirectory(folder, "build");
            for (String source : List.of("peer.c", "ros.idl")) {
                try (InputStream in =
                        CyclonePeer.class.getResourceAsStream("/cyclone-peer/" + source)) {
                    Files.copy(in, work.resolve(source), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            run(work, "idlc", "ros.idl");
            run(
                    work, "cc", "-O2", "-Wall", "-Wextra", "-Werror", "-I.", "-o", "peer", "peer.c",
                    "ros.c", "-lddsc");
            program = work.resolve("peer").toAbsolutePath();
        }
        return program;
    }

    static void run(Path folder, String... command) throws IOException {
        try {
            Process tool =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .start();
            String output =
                    new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (tool.waitFor() != 0) {
                throw new AssertionError(
                        "cyclone peer: '%s' failed; if its packages are missing run: %s%n%s"
                                .formatted(String.join(" ", command), INSTALL, output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while building", e));
        } catch (IOException e) {
            throw new AssertionError(
                    "cyclone peer: '%s' is not installed; run: %s".formatted(command[0], INSTALL),
                    e);
        }
    }
}
