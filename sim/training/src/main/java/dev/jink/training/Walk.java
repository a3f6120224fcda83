package dev.jink.training;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imread;

import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A recorded walk with a verdict per picture: {@code frame_1.pgm} … and {@code labels.txt}, whose
 * line i is 1 when an obstacle is close ahead in {@code frame_i}, else 0.
 *
 * @param pictures in order
 * @param close the verdicts, as many
 */
record Walk(List<Path> pictures, List<Boolean> close) {
    private static final Pattern FRAME = Pattern.compile("frame_(\\d{1,9})\\.(pgm|png|jpg)");

    /**
     * @throws IOException in one line, when files are missing or don't match
     */
    static Walk read(Path folder) throws IOException {
        Path labels = folder.resolve("labels.txt");
        if (!Files.isRegularFile(labels)) {
            throw new IOException(
                    "walk %s: got no labels.txt, wanted one line of 0 or 1 a picture; add the file"
                            .formatted(folder));
        }
        List<Boolean> close = new ArrayList<>();
        for (String line : Files.readAllLines(labels)) {
            if (!line.isBlank()) {
                close.add(line.strip().equals("1"));
            }
        }
        List<Path> pictures;
        try (Stream<Path> files = Files.list(folder)) {
            pictures =
                    files.filter(file -> number(file) > 0)
                            .sorted(Comparator.comparingInt(Walk::number))
                            .toList();
        }
        if (pictures.isEmpty() || pictures.size() != close.size()) {
            throw new IOException(
                    "walk %s: got %d pictures and %d labels, wanted as many of both; complete it"
                            .formatted(folder, pictures.size(), close.size()));
        }
        return new Walk(pictures, close);
    }

    private static int number(Path file) {
        Matcher name = FRAME.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    /** A grey picture, u8, rows {@link Mat#step()} bytes apart. */
    static Mat picture(Path file) throws IOException {
        Mat picture = imread(file.toString(), IMREAD_GRAYSCALE);
        if (picture.empty()) {
            throw new IOException(
                    "picture %s: got no picture, wanted pgm, png or jpg; replace the file"
                            .formatted(file));
        }
        return picture;
    }

    /** The bytes of a picture, as long as the picture lives. */
    @SuppressWarnings("restricted")
    static MemorySegment pixels(Mat picture) {
        long bytes = picture.rows() * picture.step();
        return MemorySegment.ofAddress(picture.data().address()).reinterpret(bytes);
    }
}
