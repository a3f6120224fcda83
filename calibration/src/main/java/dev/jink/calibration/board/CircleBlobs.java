package dev.jink.calibration.board;

import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.opencv_core.KeyPointVector;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_features2d.SimpleBlobDetector;

/** Asymmetric circle grids, by OpenCV's blob detector with bounds that fit the picture's size. */
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

    boolean find(Mat gray, Size size, Mat centres) {
        int grid = opencv_calib3d.CALIB_CB_ASYMMETRIC_GRID;
        return opencv_calib3d.findCirclesGrid(gray, size, centres, grid, blobs)
                || opencv_calib3d.findCirclesGrid(
                        gray, size, centres, grid | opencv_calib3d.CALIB_CB_CLUSTERING, blobs);
    }

    int count(Mat gray) {
        try (KeyPointVector found = new KeyPointVector()) {
            blobs.detect(gray, found);
            return (int) found.size();
        }
    }

    @Override
    public void close() {
        blobs.close();
    }
}
