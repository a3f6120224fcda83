package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code metadata.yaml} says of a recording, in the keys that all ROS 2 releases write.
 *
 * @param storage {@code sqlite3} or {@code mcap}
 * @param files in the order in which they were recorded
 * @param compression {@code zstd} or nothing
 * @param mode what is compressed: FILE, MESSAGE, or nothing
 */
record BagMetadata(String storage, List<Path> files, String compression, String mode) {
    static final String NAME = "metadata.yaml";
    private static final String ROOT = "rosbag2_bagfile_information";

    /**
     * @throws UsageException in one line, when it can't be read or lacks something
     */
    static BagMetadata read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<?, ?> root = map(file, load(file), ROOT);
        List<Path> files = new ArrayList<>();
        if (root.get("relative_file_paths") instanceof List<?> names) {
            names.forEach(name -> files.add(folder.resolve(String.valueOf(name))));
        }
        if (files.isEmpty()) {
            throw new UsageException(
                    "bag %s: got no relative_file_paths, wanted the recording's files; mend it with ros2 bag reindex"
                            .formatted(file));
        }
        for (Path each : files) {
            if (!each.normalize().startsWith(folder.normalize())) {
                throw new UsageException(
                        "bag %s: got the file %s, wanted one inside of the folder; mend it with ros2 bag reindex"
                                .formatted(file, each));
            }
        }
        String storage = text(root, "storage_identifier");
        String compression = text(root, "compression_format");
        String mode = text(root, "compression_mode").toUpperCase(java.util.Locale.ROOT);
        if (!compression.isEmpty() && !compression.equals("zstd")) {
            throw new UsageException(
                    "bag %s: got compression '%s', wanted zstd or none; convert it with ros2 bag convert"
                            .formatted(file, compression));
        }
        return new BagMetadata(storage, List.copyOf(files), compression, mode);
    }

    private static Object load(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException | YamlEngineException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("nothing");
            throw new UsageException(
                    "bag %s: got '%s', wanted readable YAML; mend it with ros2 bag reindex"
                            .formatted(file, why));
        }
    }

    private static Map<?, ?> map(Path file, Object yaml, String key) {
        if (yaml instanceof Map<?, ?> all && all.get(key) instanceof Map<?, ?> inner) {
            return inner;
        }
        throw new UsageException(
                "bag %s: got no key %s, wanted a rosbag2 recording; mend it with ros2 bag reindex"
                        .formatted(file, key));
    }

    private static String text(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value == null ? "" : value.toString().strip();
    }
}
