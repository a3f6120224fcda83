package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a figure depends on.
 *
 * @param cpu as the kernel names it
 * @param jdk vendor and version
 * @param path of the engine's kernels
 */
record MachineFacts(String cpu, String jdk, String path) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static MachineFacts of(String path) {
        return new MachineFacts(
                cpuName(), System.getProperty("java.vendor") + " " + Runtime.version(), path);
    }

    private static String cpuName() {
        if (Files.isReadable(CPU_INFO)) {
            try (Stream<String> lines = Files.lines(CPU_INFO)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse(System.getProperty("os.arch"));
            } catch (IOException e) {
                return System.getProperty("os.arch");
            }
        }
        return System.getProperty("os.arch");
    }

    void write(ObjectNode figures) {
        figures.put("cpu", cpu);
        figures.put("jdk", jdk);
        figures.put("path", path);
    }
}
