package dev.jink.launch.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The processes that keep the machine busy during a run. */
final class Loads implements AutoCloseable {
    private final Set<Load> kinds;
    private final List<Process> running = new ArrayList<>();

    Loads(Set<Load> kinds) {
        this.kinds = kinds;
    }

    void start() throws IOException {
        for (Load kind : kinds) {
            running.add(
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx512m",
                                    "-XX:+UseParallelGC",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Load.class.getName(),
                                    kind.key())
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start());
        }
    }

    /** @throws IllegalStateException when one of them ended by itself: the machine was not under that load */
    void check() {
        for (Process each : running) {
            if (!each.isAlive()) {
                throw new IllegalStateException(
                        "a process of load ended by itself (status "
                                + each.exitValue()
                                + "): the machine was not under load; wanted 1.5 GB of free memory"
                                + " and a temporary folder that can be written");
            }
        }
    }

    @Override
    public void close() {
        running.forEach(Process::destroyForcibly);
    }
}
