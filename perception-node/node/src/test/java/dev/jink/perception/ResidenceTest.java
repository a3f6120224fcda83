package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

final class ResidenceTest {
    @TempDir private Path folder;

    @Test
    void shouldStayOnAnyProcessorWhenNoneIsIsolated() throws Exception {
        Path none = Files.writeString(folder.resolve("isolated"), "\n");
        String words = "on any processor (none is isolated)";
        assertEquals(words, Residence.settle(RealTime.threadId(), none));
        assertEquals(words, Residence.settle(RealTime.threadId(), folder.resolve("absent")));
    }

    @Test
    void shouldMoveAThreadToTheFirstIsolatedProcessor() throws Exception {
        Path list = Files.writeString(folder.resolve("isolated"), "0-1\n");
        AtomicReference<String> said = new AtomicReference<>();
        AtomicReference<String> kernel = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    said.set(Residence.settle(RealTime.threadId(), list));
                                    kernel.set(allowed());
                                });
        thread.join();
        // A container may not own processor 0: then it must say so.
        assertTrue(
                said.get().equals("on processor 0")
                        ? kernel.get().equals("0")
                        : said.get().equals("on any processor (0 is isolated but not permitted)"),
                said + ", " + kernel);
    }

    @Test
    void shouldEndSleepsToTheNanosecond() throws Exception {
        AtomicReference<String> slack = new AtomicReference<>();
        Thread thread =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    Residence.sleepExactly();
                                    slack.set(read("timerslack_ns"));
                                });
        thread.join();
        // Old kernels have no such file for threads.
        assertTrue(slack.get() == null || slack.get().equals("1"), slack::get);
    }

    private static String allowed() {
        return Files.exists(task().resolve("status"))
                ? read("status")
                        .lines()
                        .filter(l -> l.startsWith("Cpus_allowed_list:"))
                        .map(l -> l.substring(l.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static Path task() {
        return Path.of("/proc/self/task/" + RealTime.threadId());
    }

    private static String read(String file) {
        try {
            return Files.readString(task().resolve(file)).strip();
        } catch (java.io.IOException e) {
            return null;
        }
    }
}
