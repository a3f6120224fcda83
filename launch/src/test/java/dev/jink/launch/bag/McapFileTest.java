package dev.jink.launch.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

final class McapFileTest {
    private static final long SEED = 5;

    @TempDir private Path folder;

    private static byte[] flight(String compression) {
        McapBytes records =
                McapBytes.records()
                        .schema(1, "sensor_msgs/msg/Image")
                        .schema(2, "nav_msgs/msg/Odometry")
                        .channel(1, 1, "/cam")
                        .channel(2, 2, "/odom")
                        .message(1, 300, "third")
                        .message(2, 150, "moved")
                        .message(1, 100, "first");
        return McapBytes.file()
                .chunk(compression, records)
                .chunk(compression, McapBytes.records().message(1, 400, "last"))
                .end();
    }

    private List<String> read(byte[] bytes, String... topics) throws IOException {
        Path file = folder.resolve("flight.mcap");
        Files.write(file, bytes);
        List<String> found = new ArrayList<>();
        Set<String> wanted = Set.of(topics);
        try (Bag bag = Bag.open(file)) {
            for (BagMessage m = bag.next(wanted); m != null; m = bag.next(wanted)) {
                String text = new String(m.payload(), StandardCharsets.UTF_8);
                found.add(m.topic().name() + " " + m.nanos() + " " + text);
            }
        }
        return found;
    }

    @Test
    void shouldReadAChunkInTheOrderOfItsTimes() throws IOException {
        for (String compression : List.of("", "zstd")) {
            assertEquals(
                    List.of("/cam 100 first", "/odom 150 moved", "/cam 300 third", "/cam 400 last"),
                    read(flight(compression), "/cam", "/odom"));
        }
        assertEquals(List.of("/odom 150 moved"), read(flight(""), "/odom"));
    }

    @Test
    void shouldReadMessagesOutsideOfChunks() throws IOException {
        byte[] bytes =
                McapBytes.file()
                        .schema(1, "sensor_msgs/msg/Image")
                        .channel(1, 1, "/cam")
                        .message(1, 7, "plain")
                        .end();
        assertEquals(List.of("/cam 7 plain"), read(bytes, "/cam"));
    }

    @Test
    void shouldTellTheTopicsBeforeTheFirstMessage() throws IOException {
        Path file = folder.resolve("flight.mcap");
        Files.write(file, flight("zstd"));
        try (Bag bag = Bag.open(file)) {
            assertEquals(
                    "/cam (sensor_msgs/msg/Image), /odom (nav_msgs/msg/Odometry)", bag.listed());
            assertEquals("/odom", bag.topic(null, "nav_msgs/msg/Odometry").name());
            assertNull(bag.topic(null, "sensor_msgs/msg/CameraInfo"));
        }
    }

    @Test
    void shouldRefuseAFileThatWasCutOff() {
        byte[] whole = flight("zstd");
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            UsageException e =
                    assertThrows(UsageException.class, () -> read(cut, "/cam"), "at " + length);
            assertTrue(e.getMessage().contains("wanted a whole MCAP recording"), e.getMessage());
        }
    }

    @Test
    void shouldNameACompressionItDoesNotKnow() {
        byte[] bytes = McapBytes.file().chunk("lz4", McapBytes.records()).end();
        UsageException e = assertThrows(UsageException.class, () -> read(bytes, "/cam"));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "got a chunk compressed by lz4, wanted zstd or none; convert it"
                                        + " with ros2 bag convert"),
                e.getMessage());
    }

    @Test
    void shouldRefuseInOneLineWhateverBytesItGets() throws IOException {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = flight(random.nextBoolean() ? "zstd" : "");
            for (int n = random.nextInt(1, 4); n > 0; n--) {
                bytes[random.nextInt(8, bytes.length - 8)] = (byte) random.nextInt();
            }
            try {
                read(bytes, "/cam", "/odom");
            } catch (UsageException e) {
                assertEquals(1, e.getMessage().lines().count(), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 200, "refused " + refused);
    }
}
