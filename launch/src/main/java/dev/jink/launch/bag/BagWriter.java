package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A recording of rosbag2's sqlite3 storage in the schema that Humble writes and every later release reads. It is made in
 * a folder of its own; {@code metadata.yaml} comes last, so a folder without it is one that was cut off ({@code ros2 bag
 * reindex} mends it). Not thread-safe.
 */
public final class BagWriter implements AutoCloseable {
    private static final int BATCH = 64;
    private static final String[] SCHEMA = {
        "PRAGMA journal_mode=WAL",
        "PRAGMA synchronous=NORMAL",
        "CREATE TABLE schema(schema_version INTEGER PRIMARY KEY, ros_distro TEXT NOT NULL)",
        "INSERT INTO schema VALUES (3, 'humble')",
        "CREATE TABLE metadata(id INTEGER PRIMARY KEY, metadata_version INTEGER NOT NULL,"
                + " metadata TEXT NOT NULL)",
        "CREATE TABLE topics(id INTEGER PRIMARY KEY, name TEXT NOT NULL, type TEXT NOT NULL,"
                + " serialization_format TEXT NOT NULL, offered_qos_profiles TEXT NOT NULL)",
        "CREATE TABLE messages(id INTEGER PRIMARY KEY, topic_id INTEGER NOT NULL,"
                + " timestamp INTEGER NOT NULL, data BLOB NOT NULL)",
        "CREATE INDEX timestamp_idx ON messages (timestamp ASC)"
    };

    private final Path folder;
    private final String fileName;
    private final Connection connection;
    private final PreparedStatement insert;
    private final Map<BagTopic, Long> counts = new LinkedHashMap<>();
    private final Map<BagTopic, Integer> ids = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private int pending;

    /**
     * @param folder to make; its parent must be there
     * @throws UsageException when it exists already, or can't be made
     */
    public BagWriter(Path folder) {
        this.folder = folder;
        fileName = folder.getFileName() + "_0.db3";
        try {
            Files.createDirectory(folder);
        } catch (IOException e) {
            throw new UsageException(
                    "bag %s: got %s, wanted a new folder in one that can be written; give another --output"
                            .formatted(
                                    folder, Files.exists(folder) ? "an existing one" : "an error"));
        }
        try {
            connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(fileName));
            try (Statement statement = connection.createStatement()) {
                for (String line : SCHEMA) {
                    statement.execute(line);
                }
            }
            connection.setAutoCommit(false);
            insert =
                    connection.prepareStatement(
                            "INSERT INTO messages (topic_id, timestamp, data) VALUES (?, ?, ?)");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Adds a message; its topic is opened with the first one. */
    public void write(BagTopic topic, long nanos, byte[] payload) {
        try {
            insert.setInt(1, id(topic));
            insert.setLong(2, nanos);
            insert.setBytes(3, payload);
            insert.executeUpdate();
            if (++pending == BATCH) {
                connection.commit();
                pending = 0;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        counts.merge(topic, 1L, Long::sum);
        first = Math.min(first, nanos);
        last = Math.max(last, nanos);
    }

    private int id(BagTopic topic) throws SQLException {
        Integer known = ids.get(topic);
        if (known != null) {
            return known;
        }
        int id = ids.size() + 1;
        try (PreparedStatement open =
                connection.prepareStatement("INSERT INTO topics VALUES (?, ?, ?, ?, '')")) {
            open.setInt(1, id);
            open.setString(2, topic.name());
            open.setString(3, topic.type());
            open.setString(4, topic.format());
            open.executeUpdate();
        }
        ids.put(topic, id);
        return id;
    }

    /** Messages so far. */
    public long messages() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Messages so far, by topic. */
    public Map<BagTopic, Long> counts() {
        return counts;
    }

    @Override
    public void close() {
        try {
            insert.close();
            connection.commit();
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                // One file, as others expect it, instead of a file and its log.
                statement.execute("PRAGMA journal_mode=DELETE");
            }
            connection.close();
            Path half = folder.resolve(BagMetadata.NAME + ".part");
            Files.writeString(half, metadata());
            Files.move(half, folder.resolve(BagMetadata.NAME));
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    private String metadata() {
        long start = counts.isEmpty() ? 0 : first;
        long duration = counts.isEmpty() ? 0 : last - first;
        StringBuilder topics = new StringBuilder();
        counts.forEach(
                (topic, count) ->
                        topics.append(
                                """
                                    - topic_metadata:
                                        name: %s
                                        type: %s
                                        serialization_format: %s
                                        offered_qos_profiles: ""
                                      message_count: %d
                                """
                                        .formatted(
                                                topic.name(),
                                                topic.type(),
                                                topic.format(),
                                                count)));
        return """
        rosbag2_bagfile_information:
          version: 5
          storage_identifier: sqlite3
          duration:
            nanoseconds: %1$d
          starting_time:
            nanoseconds_since_epoch: %2$d
          message_count: %3$d
          topics_with_message_count:%4$s
          compression_format: ""
          compression_mode: ""
          relative_file_paths:
            - %5$s
          files:
            - path: %5$s
              starting_time:
                nanoseconds_since_epoch: %2$d
              duration:
                nanoseconds: %1$d
              message_count: %3$d
        """
                .formatted(
                        duration,
                        start,
                        messages(),
                        topics.isEmpty() ? " []" : "\n" + topics.toString().stripTrailing(),
                        fileName);
    }

    private UsageException failed(Exception e) {
        return new UsageException(
                "bag %s: got '%s', wanted to write it; is the disk full?"
                        .formatted(
                                folder,
                                String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
    }
}
