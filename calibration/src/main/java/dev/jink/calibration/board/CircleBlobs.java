package dev.jink.calibration.board;

import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point2f;
import org.bytedeco.opencv.opencv_features2d.SimpleBlobDetector;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Asymmetric circle grids: dots by OpenCV's blob detector with bounds that fit the picture's size. */
final class CircleBlobs implements AutoCloseable {
    private final SimpleBlobDetector blobs;

    private CircleBlobs(SimpleBlobDetector blobs) {
        this.blobs = blobs;
    }

    /** Dots from 3 pixels across up to a twelfth of the picture. */
    static CircleBlobs forPicture(GrayPicture picture) {
        double widest = Math.max(picture.width(), picture.height()) / 12.0;
        SimpleBlobDetector.Params bounds = new SimpleBlobDetector.Params();
        bounds.minArea(8);
        bounds.maxArea((float) (widest * widest));
        bounds.minDistBetweenBlobs(4);
        return new CircleBlobs(SimpleBlobDetector.create(bounds));
    }

    /**
     * The board's points, [n][2] in pixels, roughly; null when it is not there.
     */
    double[] find(Mat gray, Board board) {
        double[] dots = dots(gray);
        int[] grid = DotGrid.of(board, dots);
        return grid == null
                ? null
                : IntStream.of(grid)
                        .mapToObj(k -> new double[] {dots[2 * k], dots[2 * k + 1]})
                        .flatMapToDouble(Arrays::stream)
                        .toArray();
    }

    int count(Mat gray) {
        return dots(gray).length / 2;
    }

    /** Whatever may be a dot, [n][2] in pixels. */
    private double[] dots(Mat gray) {
        try (KeyPointVector found = new KeyPointVector()) {
            blobs.detect(gray, found);
            double[] dots = new double[2 * (int) found.size()];
            for (int k = 0; k < dots.length; k += 2) {
                Point2f at = found.get(k / 2).pt();
                dots[k] = at.x();
                dots[k + 1] = at.y();
            }
            return dots;
        }
    }

    @Override
    public void close() {
        blobs.close();
    }
}
