package dev.jink.training;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.sight.Detector;

import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;

/**
 * How well a model finds what is near in pictures with true depth, by what it says of surfaces: a
 * depth camera counts the ground too.
 *
 * @param pictures how many
 * @param cells how many cells were judged
 * @param auroc of "nearer than 1.5 m" per cell
 * @param rowPrior of the same by the trivial score that calls lower cells nearer
 */
record DepthScore(int pictures, int cells, double auroc, double rowPrior) {
    private static final float NEAR_M = 1.5f;

    /**
     * Judges a folder.
     *
     * @param fovRad horizontal view, for a folder that doesn't tell its camera
     * @param gallery gets the pictures for the report
     */
    static DepthScore of(Detector detector, DepthPairs pairs, double fovRad, Gallery gallery)
            throws IOException {
        Auroc model = new Auroc();
        Auroc row = new Auroc();
        int cells = 0;
        Eye eye = null;
        try {
            for (DepthPairs.Pair pair : pairs.pairs()) {
                try (Mat picture = Walk.picture(pair.colour());
                        Mat depth = DepthPairs.depth(pair.depth())) {
                    checkSizes(pair, picture, depth);
                    CameraModel camera = pairs.model(picture.cols(), picture.rows(), fovRad);
                    if (eye == null) {
                        eye = new Eye(detector, camera);
                    }
                    float[] logits = Ordinal.surfaces(eye.look(pair.colour(), picture));
                    float[] truth = DepthTruth.of(depth, camera);
                    for (int cell = 0; cell < truth.length; cell++) {
                        if (Float.isNaN(truth[cell]) || !eye.reaches(cell)) {
                            truth[cell] = Float.NaN;
                            continue;
                        }
                        boolean near = truth[cell] < NEAR_M;
                        model.add(Score.logit(logits, cell, NEAR_M), near);
                        row.add(cell / VirtualPicture.COLUMNS, near);
                        cells++;
                    }
                    gallery.add(
                            pair.colour().getFileName().toString(), eye.picture(), logits, truth);
                }
            }
        } finally {
            if (eye != null) {
                eye.close();
            }
        }
        return new DepthScore(pairs.pairs().size(), cells, model.value(), row.value());
    }

    private static void checkSizes(DepthPairs.Pair pair, Mat picture, Mat depth)
            throws IOException {
        if (picture.cols() != depth.cols() || picture.rows() != depth.rows()) {
            throw new IOException(
                    "depth %s: got %dx%d beside a picture of %dx%d, wanted one size; align them"
                            .formatted(
                                    pair.depth(),
                                    depth.cols(),
                                    depth.rows(),
                                    picture.cols(),
                                    picture.rows()));
        }
    }
}
