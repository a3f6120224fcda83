package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another vendor's participant: the C peer of rcljava's tests, built with Debian's Cyclone DDS. */
final class Cyclone {
    private static final Path SOURCES = Path.of("../rcljava/src/test/c").toAbsolutePath();
    private static final String INSTALL =
            "apt-get install -y cyclonedds-dev cyclonedds-tools gcc libc6-dev";
    private static final String LOOPBACK =
            "<CycloneDDS><Domain id=\"any\"><General><Interfaces><NetworkInterface name=\"lo\"/>"
                    + "</Interfaces><AllowMulticast>false</AllowMulticast>"
                    + "<MaxMessageSize>65500B</MaxMessageSize></General><Discovery>"
                    + "<ParticipantIndex>auto</ParticipantIndex>"
                    + "<MaxAutoParticipantIndex>20</MaxAutoParticipantIndex><Peers><Peer"
                    + " address=\"127.0.0.1\"/></Peers></Discovery></Domain></CycloneDDS>";

    private Cyclone() {}

    /** Builds the peer; fails with the line to run when the packages are missing. */
    static Path build(Path folder) throws Exception {
        for (String tool : List.of("/usr/bin/idlc", "/usr/bin/gcc")) {
            if (!Files.isExecutable(Path.of(tool))) {
                throw new AssertionError("no " + tool + ": run: " + INSTALL);
            }
        }
        Files.copy(SOURCES.resolve("peer.c"), folder.resolve("peer.c"));
        Files.copy(SOURCES.resolve("ros.idl"), folder.resolve("ros.idl"));
        run(folder, "/usr/bin/idlc", "ros.idl");
        run(folder, "/usr/bin/gcc", "-O1", "-o", "peer", "peer.c", "ros.c", "-lddsc");
        return folder.resolve("peer");
    }

    /** Runs the peer to its end; returns what it printed. */
    static List<String> run(Path peer, int domain, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(peer.toString(), Integer.toString(domain));
        builder.command().addAll(List.of(arguments));
        builder.environment().put("CYCLONEDDS_URI", LOOPBACK);
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), () -> "peer: " + lines);
        return lines;
    }

    private static void run(Path folder, String... command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        String said = String.join("\n", process.inputReader().lines().toList());
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new AssertionError(
                    String.join(" ", command)
                            + ": "
                            + said
                            + "\nis Cyclone there? run: "
                            + INSTALL);
        }
    }
}
