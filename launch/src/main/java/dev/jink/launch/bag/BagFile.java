package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** One file of a recording, read from its first message to its last. Not thread-safe. */
interface BagFile extends AutoCloseable {
    /** What was recorded; known before the first message is read. */
    List<BagTopic> topics();

    /**
     * The next message on one of these topics.
     *
     * @return null at the end
     * @throws UsageException when the file is damaged
     */
    BagMessage next(Set<String> topics);

    @Override
    void close();

    /**
     * @param storage {@code sqlite3} or {@code mcap}
     * @throws UsageException when it is no such file, or not a whole one
     */
    static BagFile open(Path file, String storage) {
        return switch (storage) {
            case "sqlite3" -> new SqliteFile(file);
            case "mcap" -> new McapFile(file);
            default ->
                    throw new UsageException(
                            "bag %s: got storage '%s', wanted sqlite3 or mcap; convert it with ros2 bag convert"
                                    .formatted(file, storage));
        };
    }

    /** The storage that a file's name tells, or null. */
    static String storage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".db3") ? "sqlite3" : name.endsWith(".mcap") ? "mcap" : null;
    }
}
