package dev.jink.rcljava.dds;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.TestDomain;
import dev.jink.rcljava.TransportStats;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** A process that is held up in the middle of sending goes on afterwards. */
@Timeout(90)
class StormTest {
    private static final int STOPS = 100;
    private static final int STOPPED_MS = 10;

    @TempDir private Path folder;
    private final AtomicLong received = new AtomicLong();
    private final List<DdsReader> readers = new ArrayList<>();
    private DdsParticipant participant;
    private Process storm;

    @BeforeEach
    void join() throws IOException {
        int domain = TestDomain.use();
        participant = DdsParticipant.open(DdsSettings.ofProcess());
        DdsReader.Events events =
                new DdsReader.Events(
                        (payload, length, origin) -> received.incrementAndGet(),
                        new TransportStats());
        for (int i = 0; i < Storm.TOPICS; i++) {
            readers.add(
                    participant.reader(
                            Storm.topic(i),
                            Storm.TYPE,
                            Storm.PICTURE_BYTES,
                            Storm.reliable(),
                            events));
        }
        storm =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-D%s=%d".formatted(DdsSettings.DOMAIN, domain),
                                "-cp",
                                System.getProperty("java.class.path"),
                                Storm.class.getName())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("said").toFile())
                        .start();
    }

    @AfterEach
    void leave() throws InterruptedException {
        storm.destroyForcibly().waitFor();
        readers.forEach(DdsReader::close);
        participant.close();
    }

    @Test
    void shouldSurviveBeingStoppedWhileItSends() throws IOException, InterruptedException {
        awaitPictures(100);
        for (int i = 0; i < STOPS; i++) {
            signal("STOP");
            TimeUnit.MILLISECONDS.sleep(STOPPED_MS);
            signal("CONT");
            TimeUnit.MILLISECONDS.sleep(STOPPED_MS);
        }
        awaitPictures(received.get() + 100);
    }

    private void awaitPictures(long wanted) throws IOException, InterruptedException {
        await(() -> !storm.isAlive() || received.get() >= wanted);
        assertTrue(
                storm.isAlive(), "the sender is gone: " + Files.readString(folder.resolve("said")));
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(storm.pid())).start().waitFor();
    }

    private static void await(BooleanSupplier done) throws InterruptedException {
        long start = System.nanoTime();
        while (!done.getAsBoolean()) {
            assertTrue(System.nanoTime() - start < 30_000_000_000L, "waited 30 s in vain");
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
