package dev.jink.calibration;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;

/** What an encoding of sensor_msgs/Image means to OpenCV. */
enum PixelFormat {
    MONO8(1, 1, -1),
    BGR8(3, 1, opencv_imgproc.COLOR_BGR2GRAY),
    RGB8(3, 1, opencv_imgproc.COLOR_RGB2GRAY),
    BGRA8(4, 1, opencv_imgproc.COLOR_BGRA2GRAY),
    RGBA8(4, 1, opencv_imgproc.COLOR_RGBA2GRAY),
    YUYV(2, 2, opencv_imgproc.COLOR_YUV2GRAY_YUYV),
    UYVY(2, 2, opencv_imgproc.COLOR_YUV2GRAY_UYVY),
    // OpenCV's old Bayer names begin at the second pixel of the second row; these begin, as ROS's
    // do, at the first of the first.
    BAYER_RGGB8(1, 1, opencv_imgproc.COLOR_BayerRGGB2GRAY),
    BAYER_BGGR8(1, 1, opencv_imgproc.COLOR_BayerBGGR2GRAY),
    BAYER_GBRG8(1, 1, opencv_imgproc.COLOR_BayerGBRG2GRAY),
    BAYER_GRBG8(1, 1, opencv_imgproc.COLOR_BayerGRBG2GRAY);

    /** A Bayer pixel is interpolated from its neighbours; OpenCV blanks anything smaller. */
    private static final int SMALLEST_BAYER = 3;

    private final int pixelBytes;
    private final int widthMultiple;
    private final int cvtCode;

    PixelFormat(int pixelBytes, int widthMultiple, int cvtCode) {
        this.pixelBytes = pixelBytes;
        this.widthMultiple = widthMultiple;
        this.cvtCode = cvtCode;
    }

    static PixelFormat named(String encoding) {
        return switch (encoding) {
            case "mono8" -> MONO8;
            case "bgr8" -> BGR8;
            case "rgb8" -> RGB8;
            case "bgra8" -> BGRA8;
            case "rgba8" -> RGBA8;
            case "yuyv", "yuv422_yuy2" -> YUYV;
            case "uyvy", "yuv422" -> UYVY;
            case "bayer_rggb8" -> BAYER_RGGB8;
            case "bayer_bggr8" -> BAYER_BGGR8;
            case "bayer_gbrg8" -> BAYER_GBRG8;
            case "bayer_grbg8" -> BAYER_GRBG8;
            default ->
                    throw new CalibrationException(
                            "picture encoding is '"
                                    + encoding
                                    + "', wanted mono8, bgr8, rgb8, bgra8, rgba8, yuyv, uyvy or"
                                    + " bayer_{rggb,bggr,gbrg,grbg}8: set the driver's pixel"
                                    + " format to one of these");
        };
    }

    void checkSize(String encoding, int width, int height) {
        boolean bayer = name().startsWith("BAYER");
        int least = bayer ? SMALLEST_BAYER : 1;
        if (width < least || height < least || width % widthMultiple != 0) {
            throw new CalibrationException(
                    "picture size is "
                            + width
                            + "x"
                            + height
                            + ", wanted at least "
                            + least
                            + "x"
                            + least
                            + (widthMultiple == 1 ? "" : " and an even width")
                            + " for "
                            + encoding
                            + ": correct the driver's width and height");
        }
    }

    int matType() {
        return switch (pixelBytes) {
            case 1 -> opencv_core.CV_8UC1;
            case 2 -> opencv_core.CV_8UC2;
            case 3 -> opencv_core.CV_8UC3;
            default -> opencv_core.CV_8UC4;
        };
    }

    int pixelBytes() {
        return pixelBytes;
    }

    int cvtCode() {
        return cvtCode;
    }
}
