package dev.jink.calibration;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * Turns grey pictures of the real camera into pictures of the virtual one: {@link RectifyMaps} run
 * by OpenCV on Mats that were made once and are laid over the caller's memory. A call allocates
 * nothing on the Java heap, as long as the row step stays what it was in the call before.
 *
 * <p>Not thread-safe: one Remap per thread. Built for one source size; another size needs another
 * Remap.
 */
public final class Remap implements AutoCloseable {
    /** What {@link #run} writes where the real camera sees nothing: the contrast's middle. */
    public static final int UNSEEN_GRAY = 128;

    /** Held so that the maps' memory stays under the Mats below. */
    private final RectifyMaps maps;

    private final int width;
    private final int height;

    /** The part of the source that whole k x k blocks cover. */
    private final MatView source;

    /** Holds the shrunk picture; a field, because its memory goes when the reference goes. */
    private final MemorySegment scratch;

    /** Null when nothing is shrunk. */
    private final MatView shrunk;

    private final Size shrunkSize;
    private final MatView xy;
    private final MatView fraction;
    private final MatView target;
    private final int targetWidth;
    private final int targetHeight;
    private final Scalar unseen = new Scalar(UNSEEN_GRAY, 0, 0, 0);

    private Remap(RectifyMaps maps) {
        OpenCv.start();
        this.maps = maps;
        width = maps.model().width();
        height = maps.model().height();
        int k = maps.shrink();
        int rows = maps.shrunkHeight();
        int columns = maps.shrunkWidth();
        source = new MatView(rows * k, columns * k, opencv_core.CV_8UC1);
        shrunkSize = new Size(columns, rows);
        scratch = Arena.ofAuto().allocate(k == 1 ? 0 : (long) rows * columns, 64);
        shrunk = k == 1 ? null : MatView.over(scratch, rows, columns, opencv_core.CV_8UC1, columns);
        VirtualCamera camera = maps.virtualCamera();
        targetHeight = camera.height();
        targetWidth = camera.width();
        xy =
                MatView.over(
                        maps.xy(),
                        targetHeight,
                        targetWidth,
                        opencv_core.CV_16SC2,
                        4L * targetWidth);
        fraction =
                MatView.over(
                        maps.fraction(),
                        targetHeight,
                        targetWidth,
                        opencv_core.CV_16UC1,
                        2L * targetWidth);
        target = new MatView(targetHeight, targetWidth, opencv_core.CV_8UC1);
    }

    /**
     * @param maps of the camera
     * @param srcWidth of the pictures to come
     * @param srcHeight of the pictures to come
     * @throws CalibrationException in one line when the maps were built for another picture size
     */
    public static Remap of(RectifyMaps maps, int srcWidth, int srcHeight) {
        CameraModel model = maps.model();
        if (srcWidth != model.width() || srcHeight != model.height()) {
            throw PictureCheck.wrongSize(
                    "the camera's calibration",
                    model.width(),
                    model.height(),
                    srcWidth,
                    srcHeight,
                    "calibrate at this resolution, or scale the calibration with"
                            + " CameraModel.scaledTo");
        }
        return new Remap(maps);
    }

    /** Whether pictures of this size can be run without building another Remap. */
    public boolean fits(int srcWidth, int srcHeight) {
        return srcWidth == width && srcHeight == height;
    }

    /**
     * As {@link #run(MemorySegment, long, MemorySegment)}, for a stream whose size may change.
     *
     * @throws CalibrationException in one line when the size is not the one this was built for
     */
    public void run(
            MemorySegment srcGray, int srcWidth, int srcHeight, long step, MemorySegment dst) {
        if (!fits(srcWidth, srcHeight)) {
            throw PictureCheck.wrongSize(
                    "this Remap",
                    width,
                    height,
                    srcWidth,
                    srcHeight,
                    "build another with Remap.of");
        }
        run(srcGray, step, dst);
    }

    /**
     * Rectifies one picture.
     *
     * @param srcGray uint8 [height][step], off the heap; read only
     * @param step bytes from one row to the next, at least the width
     * @param dst uint8 [virtual height][virtual width], off the heap; overwritten. Grey {@value
     *     #UNSEEN_GRAY} where {@link RectifyMaps#valid()} is 0
     * @throws CalibrationException in one line when step or memory are too small
     */
    public void run(MemorySegment srcGray, long step, MemorySegment dst) {
        PictureCheck.source(srcGray, width, height, step);
        PictureCheck.target(dst, targetWidth, targetHeight);
        Mat from = source.moveTo(srcGray, step);
        if (shrunk != null) {
            opencv_imgproc.resize(from, shrunk.mat(), shrunkSize, 0, 0, opencv_imgproc.INTER_AREA);
            from = shrunk.mat();
        }
        opencv_imgproc.remap(
                from,
                target.moveTo(dst, targetWidth),
                xy.mat(),
                fraction.mat(),
                opencv_imgproc.INTER_LINEAR,
                opencv_core.BORDER_CONSTANT,
                unseen);
        // Native code knows only addresses: keep whom they belong to until it is done.
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(srcGray);
        Reference.reachabilityFence(dst);
    }

    /** The maps that it runs. */
    public RectifyMaps maps() {
        return maps;
    }

    /** Frees the native headers at once; without it the garbage collector does so in time. */
    @Override
    public void close() {
        source.close();
        if (shrunk != null) {
            shrunk.close();
        }
        shrunkSize.close();
        xy.close();
        fraction.close();
        target.close();
        unseen.close();
    }
}
