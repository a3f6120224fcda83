package dev.jink.launch;

import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recorded pictures in order: a folder of picture files, or a video file. Not thread-safe. */
public interface PictureSource extends AutoCloseable {
    /** One picture: 8 bits a channel, rows without padding. The pixels are valid until the next call. */
    record Picture(String name, int width, int height, String encoding, ByteBuffer pixels) {}

    /** The next picture, or null at the end. */
    Picture next() throws IOException;

    /** How many pictures there are; -1 when only reading tells (some videos). */
    int count();

    /** Recorded pictures per second; 0 when the recording does not say. */
    double rate();

    @Override
    void close() throws IOException;

    Set<String> PICTURES = Set.of("pgm", "ppm", "png", "jpg", "jpeg", "bmp", "tif", "tiff", "webp");

    /** @throws UsageException in one line, when there is nothing there that can be played */
    static PictureSource open(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(path)) {
                files =
                        all.filter(f -> PICTURES.contains(extension(f)))
                                .sorted(Comparator.comparing(PictureSource::naturalKey))
                                .toList();
            }
            if (files.isEmpty()) {
                throw new UsageException(
                        "no pictures in "
                                + path
                                + ": wanted files ending in "
                                + String.join(" ", PICTURES.stream().sorted().toList())
                                + ", or name a video file");
            }
            return new PictureFolder(files);
        }
        if (!Files.isReadable(path)) {
            throw new UsageException(
                    "can't read " + path + ": wanted a folder of pictures or a video file");
        }
        try {
            return VideoFile.open(path);
        } catch (NoClassDefFoundError e) {
            throw new UsageException(
                    "can't play "
                            + path
                            + ": the onboard bundle has no video decoder; wanted a folder of"
                            + " pictures, or launch/jink replay of a checkout");
        }
    }

    private static String extension(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Numbers padded, so that frame_10 comes after frame_9 and not after frame_1. */
    static String naturalKey(Path file) {
        Matcher digits = Pattern.compile("\\d+").matcher(file.getFileName().toString());
        return digits.replaceAll(m -> "0".repeat(Math.max(0, 20 - m.group().length())) + m.group());
    }
}
