package dev.jink.launch.bag;

import dev.jink.sim.command.UsageException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rosbag2 recording: a folder with {@code metadata.yaml}, or one {@code .db3} or {@code .mcap} file of one. All files
 * are opened, and so looked at, before the first message is read. Not thread-safe.
 */
public final class Bag implements AutoCloseable {
    private final Path path;
    private final boolean packedMessages;
    private final List<BagFile> files = new ArrayList<>();
    private final List<Path> unpacked = new ArrayList<>();
    private int current;

    private Bag(Path path, boolean packedMessages) {
        this.path = path;
        this.packedMessages = packedMessages;
    }

    /** Whether a path looks like a recording. */
    public static boolean here(Path path) {
        return Files.isDirectory(path)
                ? Files.isRegularFile(path.resolve(BagMetadata.NAME))
                : BagFile.storage(path) != null;
    }

    /**
     * @throws UsageException in one line, when it can't be read, or is not whole
     */
    public static Bag open(Path path) {
        if (!Files.isDirectory(path)) {
            String storage = BagFile.storage(path);
            if (storage == null || !Files.isReadable(path)) {
                throw new UsageException(
                        "bag %s: got no such recording, wanted a rosbag2 folder or a .db3 or .mcap file"
                                .formatted(path));
            }
            return new Bag(path, false).with(List.of(path), storage, false);
        }
        BagMetadata metadata = BagMetadata.read(path);
        boolean packed = !metadata.compression().isEmpty();
        return new Bag(path, packed && metadata.mode().equals("MESSAGE"))
                .with(
                        metadata.files(),
                        metadata.storage(),
                        packed && metadata.mode().equals("FILE"));
    }

    private Bag with(List<Path> paths, String storage, boolean packedFiles) {
        try {
            for (Path file : paths) {
                if (!Files.isReadable(file)) {
                    throw new UsageException(
                            "bag %s: got no file %s, wanted all that metadata.yaml names; copy it again"
                                    .formatted(path, file.getFileName()));
                }
                Path whole = file;
                if (packedFiles) {
                    whole = Zstandard.unpack(file);
                    unpacked.add(whole);
                }
                files.add(BagFile.open(whole, storage));
            }
            return this;
        } catch (UsageException e) {
            close();
            throw e;
        }
    }

    /** What was recorded. */
    public List<BagTopic> topics() {
        Set<BagTopic> all = new LinkedHashSet<>();
        files.forEach(file -> all.addAll(file.topics()));
        return new ArrayList<>(all);
    }

    /**
     * The topic of a given name, or the first of a type.
     *
     * @param name null when any of the type will do
     * @return null when the name wasn't given and there is none of the type
     * @throws UsageException when the named one isn't there, or is of another type or format; tells what is
     */
    public BagTopic topic(String name, String type) {
        List<BagTopic> found =
                topics().stream()
                        .filter(t -> name == null ? t.type().equals(type) : t.name().equals(name))
                        .toList();
        if (found.isEmpty()) {
            if (name == null) {
                return null;
            }
            throw new UsageException(
                    "bag %s: got no topic %s, wanted one of %s".formatted(path, name, listed()));
        }
        BagTopic topic = found.getFirst();
        if (!topic.type().equals(type) || !topic.format().equals("cdr")) {
            throw new UsageException(
                    "bag %s: got %s as %s in %s, wanted %s in cdr; name another one of %s"
                            .formatted(
                                    path,
                                    topic.name(),
                                    topic.type(),
                                    topic.format(),
                                    type,
                                    listed()));
        }
        return topic;
    }

    /** All topics in one line, for refusals. */
    public String listed() {
        return topics().stream()
                .map(t -> t.name() + " (" + t.type() + ")")
                .collect(Collectors.joining(", "));
    }

    /** The next message on one of these topics; null at the end. */
    public BagMessage next(Set<String> topics) {
        while (current < files.size()) {
            BagMessage message = files.get(current).next(topics);
            if (message != null) {
                return packedMessages ? whole(message) : message;
            }
            current++;
        }
        return null;
    }

    private BagMessage whole(BagMessage packed) {
        return new BagMessage(
                packed.topic(), packed.nanos(), Zstandard.unpack(path, packed.payload(), -1));
    }

    @Override
    public void close() {
        files.forEach(BagFile::close);
        unpacked.forEach(Zstandard::delete);
    }
}
