package dev.jink.perception.frame;

/** The pixel layouts the node reads, by their sensor_msgs names. */
public enum Encoding {
    MONO8(1, 1),
    BGR8(3, 3),
    RGB8(3, 3),
    BGRA8(4, 4),
    RGBA8(4, 4),
    /** Y0 U Y1 V: two pixels in four bytes. */
    YUYV(2, 2),
    /** U Y0 V Y1: two pixels in four bytes. */
    UYVY(2, 2),
    BAYER_RGGB8(1, 1),
    BAYER_BGGR8(1, 1),
    BAYER_GBRG8(1, 1),
    BAYER_GRBG8(1, 1);

    /** The names as an error message lists them. */
    public static final String KNOWN =
            "mono8, bgr8, rgb8, bgra8, rgba8, yuyv (yuv422_yuy2), uyvy (yuv422), bayer_rggb8,"
                    + " bayer_bggr8, bayer_gbrg8, bayer_grbg8";

    private final int bytesPerPixel;
    private final int channels;

    Encoding(int bytesPerPixel, int channels) {
        this.bytesPerPixel = bytesPerPixel;
        this.channels = channels;
    }

    /**
     * The encoding with this ROS name, or null when it is none of {@link #KNOWN}. Allocates
     * nothing: it is asked once per frame.
     */
    public static Encoding of(String rosName) {
        if (rosName == null) {
            return null;
        }
        return switch (rosName) {
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
            default -> null;
        };
    }

    public int bytesPerPixel() {
        return bytesPerPixel;
    }

    /** Interleaved 8-bit channels, as OpenCV counts them. */
    public int channels() {
        return channels;
    }
}
