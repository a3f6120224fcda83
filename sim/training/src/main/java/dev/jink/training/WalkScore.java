package dev.jink.training;

import dev.jink.perception.sight.Detector;

import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How well a model tells real pictures with an obstacle close ahead from those without.
 *
 * <p>The score of a picture is the mean probability of "nearer than 2 m" over the cells in the
 * middle; it was settled before any real picture was opened. Beside it stand two scores that need
 * no network: the mean grey, darker counting as closer, and the share of blown-out pixels, fewer
 * counting as closer.
 *
 * @param frames one a picture, in order
 */
record WalkScore(List<Frame> frames) {
    // The middle half of the columns and three fifths of the rows: where the drone will be.
    private static final int FIRST_COLUMN = VirtualPicture.COLUMNS / 4;
    private static final int LAST_COLUMN = VirtualPicture.COLUMNS - FIRST_COLUMN;
    private static final int FIRST_ROW = VirtualPicture.ROWS / 5;
    private static final int LAST_ROW = VirtualPicture.ROWS - FIRST_ROW;
    private static final float CLOSE_M = 2f;

    /**
     * One picture.
     *
     * @param close its label
     * @param closeness the model's score
     * @param darkness a trivial score
     * @param unsaturated another one
     */
    record Frame(Path file, boolean close, float closeness, float darkness, float unsaturated) {}

    /** Scores of a picture that can be ranked. */
    private interface Column {
        float of(Frame frame);
    }

    /**
     * Judges a walk.
     *
     * @param fovRad horizontal angle of view of its camera, taken as a pinhole
     * @param gallery gets the pictures for the report
     */
    static WalkScore of(Detector detector, Walk walk, double fovRad, Gallery gallery)
            throws IOException {
        List<Frame> frames = new ArrayList<>();
        Eye eye = null;
        try {
            for (int i = 0; i < walk.pictures().size(); i++) {
                Path file = walk.pictures().get(i);
                try (Mat picture = Walk.picture(file)) {
                    if (eye == null) {
                        eye =
                                new Eye(
                                        detector,
                                        Eye.pinhole(picture.cols(), picture.rows(), fovRad));
                    }
                    float[] logits = eye.look(file, picture);
                    boolean close = walk.close().get(i);
                    Frame frame =
                            new Frame(
                                    file,
                                    close,
                                    closeness(logits, eye),
                                    (float) -eye.mean(),
                                    (float) -eye.saturatedShare());
                    frames.add(frame);
                    String words = "%s, close %s, score %.2f";
                    gallery.add(
                            words.formatted(
                                    file.getFileName(), close ? "yes" : "no", frame.closeness()),
                            eye.picture(),
                            logits,
                            null);
                }
            }
        } finally {
            if (eye != null) {
                eye.close();
            }
        }
        return new WalkScore(List.copyOf(frames));
    }

    /** All pictures of several walks as one. */
    static WalkScore together(List<WalkScore> walks) {
        return new WalkScore(walks.stream().flatMap(w -> w.frames.stream()).toList());
    }

    private static float closeness(float[] logits, Eye eye) {
        double sum = 0;
        int cells = 0;
        for (int row = FIRST_ROW; row < LAST_ROW; row++) {
            for (int column = FIRST_COLUMN; column < LAST_COLUMN; column++) {
                int cell = row * VirtualPicture.COLUMNS + column;
                if (eye.reaches(cell)) {
                    sum += 1 / (1 + Math.exp(-Score.logit(logits, cell, CLOSE_M)));
                    cells++;
                }
            }
        }
        return (float) (sum / Math.max(1, cells));
    }

    int pictures() {
        return frames.size();
    }

    int close() {
        return (int) frames.stream().filter(Frame::close).count();
    }

    double auroc() {
        return auroc(Frame::closeness);
    }

    double darkness() {
        return auroc(Frame::darkness);
    }

    double unsaturated() {
        return auroc(Frame::unsaturated);
    }

    /** The better one of the two trivial scores. */
    double trivial() {
        return Math.max(darkness(), unsaturated());
    }

    private double auroc(Column column) {
        Auroc auroc = new Auroc();
        frames.forEach(f -> auroc.add(column.of(f), f.close()));
        return auroc.value();
    }

    /**
     * The share of the close pictures that are found when the one threshold lets that share of the
     * others through.
     */
    double found(double falseAlarms) {
        double[] clear =
                frames.stream()
                        .filter(f -> !f.close())
                        .mapToDouble(Frame::closeness)
                        .sorted()
                        .toArray();
        if (clear.length == 0 || close() == 0) {
            return Double.NaN;
        }
        int allowed = (int) Math.floor(falseAlarms * clear.length);
        double threshold = clear[clear.length - 1 - allowed];
        long found = frames.stream().filter(f -> f.close() && f.closeness() > threshold).count();
        return (double) found / close();
    }
}
