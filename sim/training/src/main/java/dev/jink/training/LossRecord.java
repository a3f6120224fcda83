package dev.jink.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The running loss of one stage, every {@link #EVERY} steps, in a text file beside its checkpoint:
 * one line {@code step loss} each. Written with the checkpoint, so that both tell of the same step.
 */
final class LossRecord {
    static final int EVERY = 25;

    /**
     * A point of the curve.
     *
     * @param step steps done
     * @param loss running mean
     */
    record Point(int step, double loss) {}

    private final Path file;
    private final List<Point> points;

    private LossRecord(Path file, List<Point> points) {
        this.file = file;
        this.points = points;
    }

    /** The record's place beside a stage's checkpoint. */
    static Path beside(Path checkpoint) {
        return checkpoint.resolveSibling(
                checkpoint.getFileName().toString().replaceFirst("\\.checkpoint$", "") + ".loss");
    }

    /** Goes on with what the file holds up to {@code step}; what lies beyond is trained again. */
    static LossRecord open(Path file, int step) throws IOException {
        List<Point> known = step == 0 ? List.of() : read(file);
        return new LossRecord(
                file, new ArrayList<>(known.stream().filter(p -> p.step() <= step).toList()));
    }

    /** All points of a file; none when there is no such file. */
    static List<Point> read(Path file) throws IOException {
        List<Point> points = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] words = line.split(" ");
                points.add(new Point(Integer.parseInt(words[0]), Double.parseDouble(words[1])));
            }
        }
        return points;
    }

    void add(int step, double loss) {
        if (step % EVERY == 0) {
            points.add(new Point(step, loss));
        }
    }

    void save() throws IOException {
        StringBuilder text = new StringBuilder();
        points.forEach(p -> text.append("%d %.5f%n".formatted(p.step(), p.loss())));
        Files.writeString(file, text.toString());
    }
}
