package dev.jink.training;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
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
 * Real pictures of one camera over the very path of flight: rectifier, contrast, plan.
 *
 * <p>The camera looks straight ahead, as its attitude isn't known. Borrows the detector; not
 * thread-safe.
 */
final class Eye implements AutoCloseable {
    private final Detector detector;
    private final Rectifier rectifier;
    private final Coverage coverage;
    private final MemorySegment virtual;

    Eye(Detector detector, CameraModel camera) {
        this.detector = detector;
        rectifier = Rectifier.of(camera, new Mount(0, 0, 0, 0, 0, 0), detector.virtualCamera());
        coverage = detector.coverage(rectifier);
        virtual = rectifier.allocatePicture();
    }

    /** A pinhole that sees {@code fovRad} from its left to its right edge. */
    static CameraModel pinhole(int width, int height, double fovRad) {
        double focal = width / 2.0 / Math.tan(fovRad / 2);
        return pinhole(width, height, focal, focal, (width - 1) / 2.0, (height - 1) / 2.0);
    }

    static CameraModel pinhole(int width, int height, double fx, double fy, double cx, double cy) {
        double[] k = {fx, 0, cx, 0, fy, cy, 0, 0, 1};
        return CameraModel.of(width, height, "plumb_bob", new double[5], k);
    }

    /**
     * Looks at a grey picture.
     *
     * @return logits, float [15][20][8]
     * @throws IOException in one line, when the picture hasn't the camera's size
     */
    float[] look(Path file, Mat picture) throws IOException {
        MemorySegment pixels = Walk.pixels(picture);
        int step = Math.toIntExact(picture.step());
        if (!rectifier.rectify(
                pixels, picture.cols(), picture.rows(), step, Encoding.MONO8, virtual)) {
            String why = rectifier.refusal(picture.cols(), picture.rows());
            throw new IOException("picture %s: %s".formatted(file, why));
        }
        detector.prepare(virtual, coverage);
        detector.infer();
        return detector.plan().output().toArray(ValueLayout.JAVA_FLOAT);
    }

    /** Whether the camera sees enough of a cell to judge it. */
    boolean reaches(int cell) {
        return coverage.reaches(cell);
    }

    /** Mean grey of the last picture, 0 to 255. */
    double mean() {
        return detector.contrast().mean();
    }

    /** Share of the last picture's pixels that are blown out. */
    double saturatedShare() {
        return detector.contrast().saturatedShare();
    }

    /** The last picture as the network got it, u8 [120][160]. */
    byte[] picture() {
        return detector.plan().input().toArray(ValueLayout.JAVA_BYTE);
    }

    @Override
    public void close() {
        rectifier.close();
    }
}
