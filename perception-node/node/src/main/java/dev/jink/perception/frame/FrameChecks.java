package dev.jink.perception.frame;

/**
 * The door: every check a frame must pass before its pixels are touched. The answer is a reason or
 * null; the words for it are made only when asked for, so that checking allocates nothing.
 *
 * <p>The size a frame must have is the one its camera_info speaks of ({@link #expect}): a picture
 * of another size can't be rectified, so a camera that changes its size in mid-flight is refused
 * until camera_info of the new size has come.
 *
 * <p>Single-threaded: belongs to the thread the frames arrive on.
 */
public final class FrameChecks {
    private static final double NANOS_PER_MS = 1e6;

    private final FrameLimits limits;
    private int expectedWidth;
    private int expectedHeight;
    private Refusal blindness = Refusal.NO_CAMERA_INFO;
    private long lastStampNanos = Long.MIN_VALUE;

    private Encoding encoding;
    private final Header seen = new Header();
    private long ageNanos;
    private long previousStampNanos;

    public FrameChecks(FrameLimits limits) {
        this.limits = limits;
    }

    /** The size the camera's calibration is for. */
    public void expect(int width, int height) {
        expectedWidth = width;
        expectedHeight = height;
    }

    /** No calibration to see by: all frames are refused for this reason. */
    public void blind(Refusal why) {
        expectedWidth = 0;
        expectedHeight = 0;
        blindness = why;
    }

    /** Forgets the stamps seen, as when a camera was started anew. */
    public void forgetStamps() {
        lastStampNanos = Long.MIN_VALUE;
    }

    /**
     * Checks one frame.
     *
     * @param ageNanos how old the header stamp is now; negative when it lies in the future
     * @return null when the frame may pass: then {@link #encoding()} holds its encoding
     */
    public Refusal check(Header header, long ageNanos) {
        remember(header, ageNanos);
        Refusal refusal = checkLayout(header);
        if (refusal == null) {
            refusal = checkStamp(header.stampNanos);
        }
        if (refusal == null) {
            lastStampNanos = header.stampNanos;
        }
        return refusal;
    }

    /** A frame that came but could not be read: remembered for {@link #describe} alone. */
    public void unread(Header header) {
        remember(header, 0);
    }

    /** The encoding of the frame checked last. */
    public Encoding encoding() {
        return encoding;
    }

    private Refusal checkLayout(Header h) {
        encoding = Encoding.of(h.encoding);
        if (encoding == null) {
            return Refusal.UNKNOWN_ENCODING;
        }
        if (h.width == 0 || h.height == 0) {
            return Refusal.ZERO_SIZE;
        }
        if (h.width > limits.maxWidth() || h.height > limits.maxHeight()) {
            return Refusal.TOO_LARGE;
        }
        boolean pairs = encoding == Encoding.YUYV || encoding == Encoding.UYVY;
        if (pairs && h.width % 2 != 0) {
            return Refusal.ODD_WIDTH;
        }
        if (h.step < h.width * encoding.bytesPerPixel()) {
            return Refusal.STEP_TOO_SHORT;
        }
        if (h.step * h.height > limits.capacityBytes()) {
            return Refusal.TOO_LARGE;
        }
        if (h.dataBytes < h.step * h.height) {
            return Refusal.DATA_TOO_SHORT;
        }
        if (expectedWidth == 0) {
            return blindness;
        }
        if (h.width != expectedWidth || h.height != expectedHeight) {
            return Refusal.SIZE_DIFFERS;
        }
        return null;
    }

    private Refusal checkStamp(long stampNanos) {
        if (ageNanos < -limits.futureNanos()) {
            return Refusal.STAMP_IN_FUTURE;
        }
        // A stamp we took in the past can't lie in the future now, unless the clock was set back:
        // then what came before it says nothing of what is new.
        if (lastStampNanos != Long.MIN_VALUE
                && lastStampNanos - stampNanos - ageNanos > limits.futureNanos()) {
            lastStampNanos = Long.MIN_VALUE;
        }
        if (stampNanos == lastStampNanos) {
            return Refusal.STAMP_FROZEN;
        }
        if (stampNanos < lastStampNanos) {
            return Refusal.STAMP_BACKWARDS;
        }
        if (ageNanos >= limits.staleNanos()) {
            return Refusal.STALE;
        }
        return null;
    }

    private void remember(Header header, long age) {
        seen.width = header.width;
        seen.height = header.height;
        seen.step = header.step;
        seen.dataBytes = header.dataBytes;
        seen.encoding = header.encoding;
        seen.stampNanos = header.stampNanos;
        ageNanos = age;
        previousStampNanos = lastStampNanos;
    }

    /**
     * One line on the frame checked last: what, got, wanted, the way out.
     *
     * @param imageTopic where it came from
     * @param infoTopic where its camera_info is looked for
     */
    public String describe(Refusal refusal, String imageTopic, String infoTopic) {
        String size = seen.width + "x" + seen.height;
        return switch (refusal) {
            case UNKNOWN_ENCODING ->
                    "image encoding: got '%s', wanted one of %s: set the camera driver to one of them"
                            .formatted(seen.encoding, Encoding.KNOWN);
            case ZERO_SIZE ->
                    "image size: got %s, wanted at least 1x1: the camera driver sends empty images"
                            .formatted(size);
            case TOO_LARGE ->
                    ("image size: got %s with step %d, wanted at most %dx%d: raise max_width and"
                                    + " max_height or make the camera send less")
                            .formatted(size, seen.step, limits.maxWidth(), limits.maxHeight());
            case ODD_WIDTH ->
                    ("image width: got %d in %s, wanted an even number: two pixels share their"
                                    + " colour there; choose another size or encoding")
                            .formatted(seen.width, seen.encoding);
            case STEP_TOO_SHORT ->
                    ("image step: got %d bytes, wanted at least %d (width %d x %d bytes of %s):"
                                    + " the camera driver fills in step wrongly")
                            .formatted(
                                    seen.step,
                                    seen.width * encoding.bytesPerPixel(),
                                    seen.width,
                                    encoding.bytesPerPixel(),
                                    seen.encoding);
            case DATA_TOO_SHORT ->
                    ("image data: got %d bytes, wanted %d (height %d x step %d):"
                                    + " the image was cut off on its way")
                            .formatted(
                                    seen.dataBytes,
                                    seen.height * seen.step,
                                    seen.height,
                                    seen.step);
            case NO_CAMERA_INFO ->
                    ("camera_info: images come on %s but no camera_info came on %s:"
                                    + " publish it, remap it, or set camera_info_file")
                            .formatted(imageTopic, infoTopic);
            case BAD_CAMERA_INFO ->
                    "camera_info on %s is unusable, so images on %s are refused: calibrate the camera"
                            .formatted(infoTopic, imageTopic);
            case SIZE_DIFFERS ->
                    ("image size: got %s on %s, wanted %dx%d as camera_info on %s says:"
                                    + " publish camera_info of the new size")
                            .formatted(size, imageTopic, expectedWidth, expectedHeight, infoTopic);
            case STAMP_IN_FUTURE ->
                    ("image stamp: got %.1f ms in the future, wanted at most %.1f ms:"
                                    + " synchronise the clocks of camera and node")
                            .formatted(
                                    -ageNanos / NANOS_PER_MS, limits.futureNanos() / NANOS_PER_MS);
            case STAMP_FROZEN ->
                    ("image stamp: got %d ns twice, wanted a newer one:"
                                    + " the camera driver repeats an image or its stamp")
                            .formatted(seen.stampNanos);
            case STAMP_BACKWARDS ->
                    ("image stamp: got one %.1f ms before the last, wanted a newer one:"
                                    + " two cameras share %s, or a clock was set back")
                            .formatted(
                                    (previousStampNanos - seen.stampNanos) / NANOS_PER_MS,
                                    imageTopic);
            case STALE ->
                    seen.stampNanos == 0
                            ? "image stamp: got 0, wanted the time of exposure:"
                                    + " let the camera driver fill in header.stamp"
                            : ("image age: got %.1f ms on arrival, wanted less than %.1f ms:"
                                   + " shorten the way from the camera, or synchronise its clock")
                                    .formatted(
                                            ageNanos / NANOS_PER_MS,
                                            limits.staleNanos() / NANOS_PER_MS);
            case UNDECODABLE ->
                    "compressed image on %s: got %d bytes that are no picture, wanted jpeg or png"
                            .formatted(imageTopic, seen.dataBytes);
        };
    }
}
