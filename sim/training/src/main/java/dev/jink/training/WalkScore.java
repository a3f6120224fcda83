package dev.jink.training;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.sight.Coverage;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.Rectifier;

import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/**
 * How well a model tells real pictures with an obstacle close ahead from those without, over the
 * very path of flight: rectifier, contrast, plan.
 *
 * @param pictures how many
 * @param close how many of them with an obstacle close ahead
 * @param auroc by the mean probability of "nearer than 2 m" over the cells in the middle
 * @param darkness by the mean grey alone, darker counting as closer: a trivial score beside it
 * @param unsaturated by the share of blown-out pixels alone, fewer counting as closer: another one
 */
record WalkScore(int pictures, int close, double auroc, double darkness, double unsaturated) {
    // The middle half of the columns and three fifths of the rows: where the drone will be.
    private static final int FIRST_COLUMN = VirtualPicture.COLUMNS / 4;
    private static final int LAST_COLUMN = VirtualPicture.COLUMNS - FIRST_COLUMN;
    private static final int FIRST_ROW = VirtualPicture.ROWS / 5;
    private static final int LAST_ROW = VirtualPicture.ROWS - FIRST_ROW;
    private static final float CLOSE_M = 2f;

    /**
     * Judges a walk.
     *
     * @param fovRad horizontal angle of view of its camera, taken as a pinhole
     */
    static WalkScore of(Detector detector, Walk walk, double fovRad) throws IOException {
        Auroc model = new Auroc();
        Auroc dark = new Auroc();
        Auroc unsaturated = new Auroc();
        Rectifier rectifier = null;
        try {
            for (int i = 0; i < walk.pictures().size(); i++) {
                Path file = walk.pictures().get(i);
                try (Mat picture = Walk.picture(file)) {
                    if (rectifier == null) {
                        rectifier = rectifier(detector, picture, fovRad);
                    }
                    look(detector, rectifier, file, picture);
                    boolean close = walk.close().get(i);
                    model.add(closeness(detector.plan(), detector.coverage(rectifier)), close);
                    dark.add((float) -detector.contrast().mean(), close);
                    unsaturated.add((float) -detector.contrast().saturatedShare(), close);
                }
            }
        } finally {
            if (rectifier != null) {
                rectifier.close();
            }
        }
        return new WalkScore(
                walk.pictures().size(),
                model.positives(),
                model.value(),
                dark.value(),
                unsaturated.value());
    }

    private static Rectifier rectifier(Detector detector, Mat picture, double fovRad) {
        int w = picture.cols();
        int h = picture.rows();
        double focal = w / 2.0 / Math.tan(fovRad / 2);
        double[] k = {focal, 0, (w - 1) / 2.0, 0, focal, (h - 1) / 2.0, 0, 0, 1};
        CameraModel camera = CameraModel.of(w, h, "plumb_bob", new double[5], k);
        return Rectifier.of(camera, new Mount(0, 0, 0, 0, 0, 0), detector.virtualCamera());
    }

    private static void look(Detector detector, Rectifier rectifier, Path file, Mat picture)
            throws IOException {
        MemorySegment virtual = rectifier.allocatePicture();
        int step = Math.toIntExact(picture.step());
        MemorySegment pixels = Walk.pixels(picture);
        if (!rectifier.rectify(
                pixels, picture.cols(), picture.rows(), step, Encoding.MONO8, virtual)) {
            String why = rectifier.refusal(picture.cols(), picture.rows());
            throw new IOException("picture %s: %s".formatted(file, why));
        }
        detector.prepare(virtual, detector.coverage(rectifier));
        detector.infer();
    }

    private static float closeness(Plan plan, Coverage coverage) {
        float[] logits = plan.output().toArray(ValueLayout.JAVA_FLOAT);
        double sum = 0;
        int cells = 0;
        for (int row = FIRST_ROW; row < LAST_ROW; row++) {
            for (int column = FIRST_COLUMN; column < LAST_COLUMN; column++) {
                int cell = row * VirtualPicture.COLUMNS + column;
                if (coverage.reaches(cell)) {
                    sum += 1 / (1 + Math.exp(-Score.logit(logits, cell, CLOSE_M)));
                    cells++;
                }
            }
        }
        return (float) (sum / Math.max(1, cells));
    }
}
