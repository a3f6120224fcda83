package dev.jink.launch.bag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;

import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

final class BagTest {
    private static final BagTopic CAMERA = new BagTopic("/cam", "sensor_msgs/msg/Image", "cdr");
    private static final BagTopic ODOMETRY = new BagTopic("/odom", "nav_msgs/msg/Odometry", "cdr");

    @TempDir private Path folder;

    private Path recorded(int messages) {
        Path bag = folder.resolve("flight");
        try (BagWriter writer = new BagWriter(bag)) {
            for (int i = 0; i < messages; i++) {
                writer.write(i % 3 == 0 ? ODOMETRY : CAMERA, 1_000 + i, payload(i));
            }
            assertEquals(messages, writer.messages());
        }
        return bag;
    }

    private static byte[] payload(int i) {
        byte[] bytes = new byte[100 + i];
        bytes[1] = 1;
        bytes[4] = (byte) i;
        return bytes;
    }

    private static List<BagMessage> read(Path path) {
        List<BagMessage> all = new ArrayList<>();
        Set<String> both = Set.of("/cam", "/odom");
        try (Bag bag = Bag.open(path)) {
            for (BagMessage m = bag.next(both); m != null; m = bag.next(both)) {
                all.add(m);
            }
        }
        return all;
    }

    @Test
    void shouldReadWhatItWrote() throws IOException {
        Path bag = recorded(100);
        assertTrue(Bag.here(bag));
        List<BagMessage> messages = read(bag);
        assertEquals(100, messages.size());
        for (int i = 0; i < 100; i++) {
            assertEquals(1_000 + i, messages.get(i).nanos());
            assertEquals(i % 3 == 0 ? ODOMETRY : CAMERA, messages.get(i).topic());
            assertArrayEquals(payload(i), messages.get(i).payload());
        }
        String metadata = Files.readString(bag.resolve("metadata.yaml"));
        assertTrue(metadata.contains("  message_count: 100\n"), metadata);
        assertTrue(metadata.contains("      message_count: 34\n"), metadata);
        assertTrue(metadata.contains("    nanoseconds: 99\n"), metadata);
        try (var files = Files.list(bag)) {
            assertEquals(2, files.count(), "the recording and its metadata, nothing else");
        }
    }

    @Test
    void shouldCloseARecordingOfNothing() {
        assertEquals(List.of(), read(recorded(0)));
    }

    @Test
    void shouldReadMessagesAndFilesThatArePacked() throws IOException {
        Path packed = folder.resolve("packed");
        try (BagWriter writer = new BagWriter(packed)) {
            writer.write(CAMERA, 5, Zstd.compress(payload(9)));
        }
        compression(packed, "MESSAGE");
        assertArrayEquals(payload(9), read(packed).getFirst().payload());

        Path file = recorded(3);
        Path plain = file.resolve("flight_0.db3");
        Files.write(file.resolve("flight_0.db3.zstd"), Zstd.compress(Files.readAllBytes(plain)));
        Files.delete(plain);
        compression(file, "FILE");
        Path metadata = file.resolve("metadata.yaml");
        Files.writeString(metadata, Files.readString(metadata).replace("_0.db3", "_0.db3.zstd"));
        assertEquals(3, read(file).size());
    }

    private static void compression(Path bag, String mode) throws IOException {
        Path metadata = bag.resolve("metadata.yaml");
        Files.writeString(
                metadata,
                Files.readString(metadata)
                        .replace("compression_format: \"\"", "compression_format: zstd")
                        .replace("compression_mode: \"\"", "compression_mode: " + mode));
    }

    @Test
    void shouldListWhatThereIsWhenATopicIsNot() {
        try (Bag bag = Bag.open(recorded(6))) {
            assertTrue(
                    refusal(() -> bag.topic("/front", "sensor_msgs/msg/Image"))
                            .endsWith(
                                    "got no topic /front, wanted one of /odom"
                                            + " (nav_msgs/msg/Odometry), /cam"
                                            + " (sensor_msgs/msg/Image)"));
            assertTrue(
                    refusal(() -> bag.topic("/odom", "sensor_msgs/msg/Image"))
                            .contains(
                                    "got /odom as nav_msgs/msg/Odometry in cdr, wanted"
                                            + " sensor_msgs/msg/Image in cdr"));
        }
    }

    @Test
    void shouldRefuseWhatIsNotWhole() throws IOException {
        Path bag = recorded(2000);
        Path file = bag.resolve("flight_0.db3");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
        assertTrue(refusal(() -> read(bag)).contains("wanted a whole sqlite3 recording"));
        Files.writeString(file, "no database");
        assertTrue(refusal(() -> read(bag)).contains("wanted a whole sqlite3 recording"));
        Files.delete(file);
        assertTrue(
                refusal(() -> read(bag))
                        .contains("got no file flight_0.db3, wanted all that metadata.yaml names"));
    }

    @Test
    void shouldRefuseMetadataThatSaysNothing() throws IOException {
        Path bag = recorded(1);
        Path metadata = bag.resolve("metadata.yaml");
        String good = Files.readString(metadata);
        Files.writeString(metadata, good.replace("sqlite3", "tape"));
        assertTrue(refusal(() -> read(bag)).contains("got storage 'tape', wanted sqlite3 or mcap"));
        Files.writeString(metadata, good.replace("rosbag2_bagfile_information", "something"));
        assertTrue(refusal(() -> read(bag)).contains("wanted a rosbag2 recording"));
        Files.writeString(metadata, "a: [");
        assertTrue(refusal(() -> read(bag)).contains("wanted readable YAML"));
        Files.writeString(metadata, good.replace("- flight_0.db3", "- ../../etc/flight_0.db3"));
        assertTrue(refusal(() -> read(bag)).contains("wanted one inside of the folder"));
        Files.writeString(
                metadata, good.replace("compression_format: \"\"", "compression_format: lz4"));
        assertTrue(refusal(() -> read(bag)).contains("got compression 'lz4', wanted zstd or none"));
    }

    @Test
    void shouldWriteOverNothing() throws IOException {
        Path bag = recorded(1);
        byte[] before = Files.readAllBytes(bag.resolve("flight_0.db3"));
        assertTrue(refusal(() -> new BagWriter(bag)).contains("wanted a new folder"));
        assertArrayEquals(before, Files.readAllBytes(bag.resolve("flight_0.db3")));
        assertTrue(
                refusal(() -> new BagWriter(folder.resolve("absent/flight")))
                        .contains("wanted a new folder in one that can be written"));
        assertFalse(Files.exists(folder.resolve("absent")));
    }

    private static String refusal(Runnable act) {
        String line = assertThrows(UsageException.class, act::run).getMessage();
        assertEquals(1, line.lines().count(), line);
        return line;
    }
}
