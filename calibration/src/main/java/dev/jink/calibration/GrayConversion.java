package dev.jink.calibration;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;

/**
 * Makes grey pictures of what cameras send, by OpenCV on preallocated Mats. Grey is Rec. 601 luma,
 * 0.299 R + 0.587 G + 0.114 B; of yuyv and uyvy it is Y as it stands; a Bayer picture is
 * interpolated. A mono8 picture is passed through without a copy.
 *
 * <p>A call allocates nothing on the Java heap, as long as the row step stays what it was in the
 * call before. Not thread-safe: one per thread. Built for one encoding and size; others need
 * another GrayConversion.
 */
public final class GrayConversion implements AutoCloseable {
    private final String encoding;
    private final PixelFormat format;
    private final int width;
    private final int height;

    /** Both null when the source is grey already. */
    private final MatView source;

    private final MatView target;

    private MemorySegment gray;
    private long grayStep;

    private GrayConversion(String encoding, PixelFormat format, int width, int height) {
        this.encoding = encoding;
        this.format = format;
        this.width = width;
        this.height = height;
        if (format == PixelFormat.MONO8) {
            source = null;
            target = null;
            gray = MemorySegment.NULL;
            return;
        }
        OpenCv.start();
        source = new MatView(height, width, format.matType());
        gray = Arena.ofAuto().allocate((long) width * height, 64);
        grayStep = width;
        target = MatView.over(gray, height, width, opencv_core.CV_8UC1, width);
    }

    /**
     * @param encoding as sensor_msgs/Image names it: mono8, bgr8, rgb8, bgra8, rgba8, yuyv (or
     *     yuv422_yuy2), uyvy (or yuv422), bayer_rggb8, bayer_bggr8, bayer_gbrg8, bayer_grbg8
     * @param width in pixels; even for yuyv and uyvy
     * @param height in pixels
     * @throws CalibrationException in one line for another encoding or a size it can't have
     */
    public static GrayConversion of(String encoding, int width, int height) {
        PixelFormat format = PixelFormat.named(encoding);
        format.checkSize(encoding, width, height);
        return new GrayConversion(encoding, format, width, height);
    }

    /** Whether pictures like this can be run without building another GrayConversion. */
    public boolean fits(String otherEncoding, int otherWidth, int otherHeight) {
        return otherWidth == width && otherHeight == height && encoding.equals(otherEncoding);
    }

    /**
     * As {@link #run(MemorySegment, long)}, for a stream whose size or encoding may change.
     *
     * @throws CalibrationException in one line when they are not the ones this was built for
     */
    public MemorySegment run(
            String srcEncoding, int srcWidth, int srcHeight, MemorySegment pixels, long step) {
        if (!encoding.equals(srcEncoding)) {
            throw new CalibrationException(
                    "picture encoding is "
                            + srcEncoding
                            + ", wanted "
                            + encoding
                            + ", the one that this GrayConversion was built for: build another"
                            + " with GrayConversion.of");
        }
        if (srcWidth != width || srcHeight != height) {
            throw PictureCheck.wrongSize(
                    "this GrayConversion",
                    width,
                    height,
                    srcWidth,
                    srcHeight,
                    "build another with GrayConversion.of");
        }
        return run(pixels, step);
    }

    /**
     * Converts one picture.
     *
     * @param pixels uint8 [height][step], off the heap; read only
     * @param step bytes from one row to the next, at least a row's pixels
     * @return the grey picture, uint8 [height][{@link #grayStep()}]: {@code pixels} itself for
     *     mono8, else memory of this object, overwritten by the next call
     * @throws CalibrationException in one line when step or memory are too small
     */
    public MemorySegment run(MemorySegment pixels, long step) {
        PictureCheck.source(pixels, (long) width * format.pixelBytes(), height, step);
        if (source == null) {
            gray = pixels;
            grayStep = step;
            return pixels;
        }
        opencv_imgproc.cvtColor(source.moveTo(pixels, step), target.mat(), format.cvtCode());
        // Native code knows only addresses: keep whom they belong to until it is done.
        Reference.reachabilityFence(this);
        Reference.reachabilityFence(pixels);
        return gray;
    }

    /** Bytes from one row of the grey picture to the next. */
    public long grayStep() {
        return grayStep;
    }

    /** The last grey picture, as {@link #run(MemorySegment, long)} returned it. */
    public MemorySegment gray() {
        return gray;
    }

    /** Frees the native headers at once; without it the garbage collector does so in time. */
    @Override
    public void close() {
        if (source != null) {
            source.close();
            target.close();
        }
    }
}
