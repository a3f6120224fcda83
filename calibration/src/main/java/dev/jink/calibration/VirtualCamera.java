package dev.jink.calibration;

/**
 * The camera that the network looks through: a pinhole without distortion, looking along body +x,
 * level with the body. Every real camera's picture is turned into this one's.
 *
 * @param width of the virtual picture in pixels
 * @param height of the virtual picture in pixels
 * @param fx focal length in pixels
 * @param fy focal length in pixels
 * @param cx principal point in pixels; (0, 0) is the centre of the top left pixel
 * @param cy principal point in pixels
 */
public record VirtualCamera(int width, int height, double fx, double fy, double cx, double cy) {

    /**
     * @throws CalibrationException in one line for a size or focal length not above 0, or NaN
     */
    public VirtualCamera {
        boolean good =
                width >= 1
                        && height >= 1
                        && width <= CameraInfoCheck.LARGEST_SIDE
                        && height <= CameraInfoCheck.LARGEST_SIDE
                        && fx > 0
                        && fy > 0
                        && Double.isFinite(fx + fy + cx + cy);
        if (!good) {
            throw refusal(width + " " + height + " " + fx + " " + fy + " " + cx + " " + cy, null);
        }
    }

    /**
     * Reads the text of a model file's metadata: {@code width height fx fy cx cy}, as in {@code
     * 160 120 80 80 79.5 59.5}.
     *
     * @throws CalibrationException in one line when it is anything else
     */
    public static VirtualCamera parse(String metadata) {
        if (metadata == null) {
            throw refusal("absent", null);
        }
        String[] words = metadata.strip().split("\\s+");
        if (words.length != 6) {
            throw refusal(metadata, null);
        }
        try {
            return new VirtualCamera(
                    Integer.parseInt(words[0]),
                    Integer.parseInt(words[1]),
                    Double.parseDouble(words[2]),
                    Double.parseDouble(words[3]),
                    Double.parseDouble(words[4]),
                    Double.parseDouble(words[5]));
        } catch (NumberFormatException e) {
            throw refusal(metadata, e);
        }
    }

    private static CalibrationException refusal(String got, Throwable cause) {
        return new CalibrationException(
                "virtual_camera is '"
                        + got
                        + "', wanted 'width height fx fy cx cy' with sizes and focal lengths above"
                        + " 0, as in '160 120 80 80 79.5 59.5': use a model file that names its"
                        + " virtual camera",
                cause);
    }

    /** The text that {@link #parse} reads. */
    public String metadata() {
        return width + " " + height + " " + text(fx) + " " + text(fy) + " " + text(cx) + " "
                + text(cy);
    }

    private static String text(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }
}
