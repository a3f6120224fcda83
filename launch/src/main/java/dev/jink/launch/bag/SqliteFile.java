package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import org.sqlite.SQLiteConfig;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A file of rosbag2's sqlite3 storage: the tables {@code topics} and {@code messages}, opened read-only. */
final class SqliteFile implements BagFile {
    private final Path file;
    private final Connection connection;
    private final Map<Long, BagTopic> topics = new HashMap<>();
    private Statement statement;
    private ResultSet messages;

    SqliteFile(Path file) {
        this.file = file;
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try {
            connection = config.createConnection("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            throw damaged(e);
        }
        try (Statement query = connection.createStatement();
                ResultSet rows =
                        query.executeQuery(
                                "SELECT id, name, type, serialization_format FROM topics"
                                        + " ORDER BY id")) {
            while (rows.next()) {
                topics.put(
                        rows.getLong(1),
                        new BagTopic(rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        } catch (SQLException e) {
            close();
            throw damaged(e);
        }
    }

    @Override
    public List<BagTopic> topics() {
        return new ArrayList<>(topics.values());
    }

    @Override
    public BagMessage next(Set<String> wanted) {
        try {
            if (messages == null) {
                statement = connection.createStatement();
                messages = statement.executeQuery(query(wanted));
            }
            if (!messages.next()) {
                return null;
            }
            return new BagMessage(
                    topics.get(messages.getLong(1)), messages.getLong(2), messages.getBytes(3));
        } catch (SQLException e) {
            throw damaged(e);
        }
    }

    private String query(Set<String> wanted) {
        List<String> ids = new ArrayList<>();
        topics.forEach(
                (id, topic) -> {
                    if (wanted.contains(topic.name())) {
                        ids.add(id.toString());
                    }
                });
        return "SELECT topic_id, timestamp, data FROM messages WHERE topic_id IN ("
                + String.join(",", ids)
                + ") ORDER BY timestamp, id";
    }

    private UsageException damaged(SQLException e) {
        String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("an error");
        return new UsageException(
                "bag %s: got '%s', wanted a whole sqlite3 recording; copy it again, or mend it with sqlite3's .recover"
                        .formatted(file, why));
    }

    @Override
    public void close() {
        try {
            if (statement != null) {
                statement.close();
            }
            connection.close();
        } catch (SQLException alreadyBroken) {
            // Nothing was written: there is nothing to lose.
        }
    }
}
