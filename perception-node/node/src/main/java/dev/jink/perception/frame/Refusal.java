package dev.jink.perception.frame;

/**
 * Why a frame was turned away at the door. The key is the one of figures and diagnostics, the words
 * are for the pilot; the whole story, with numbers, is {@link FrameChecks#describe}.
 */
public enum Refusal {
    UNKNOWN_ENCODING("unknown_encoding", "the camera sends an encoding that is not known"),
    ZERO_SIZE("zero_size", "the camera sends empty images"),
    TOO_LARGE("too_large", "the images are larger than max_width and max_height"),
    ODD_WIDTH("odd_width", "the image width must be even in this encoding"),
    STEP_TOO_SHORT("step_too_short", "the images' step is shorter than a row"),
    DATA_TOO_SHORT("data_too_short", "the images are cut off on their way"),
    NO_CAMERA_INFO("no_camera_info", "no camera_info has come: it can't tell directions"),
    BAD_CAMERA_INFO("bad_camera_info", "the camera_info is unusable: calibrate the camera"),
    SIZE_DIFFERS("size_differs", "the images have another size than camera_info says"),
    STAMP_IN_FUTURE("stamp_in_future", "the images are from the future: synchronise the clocks"),
    STAMP_FROZEN("stamp_frozen", "the same image comes again and again"),
    STAMP_BACKWARDS("stamp_backwards", "the images come out of order"),
    STALE("stale", "the images are too old when they arrive"),
    UNDECODABLE("undecodable", "the compressed images can't be read");

    private final String key;
    private final String words;

    Refusal(String key, String words) {
        this.key = key;
        this.words = words;
    }

    public String key() {
        return key;
    }

    /** For the pilot, in half a line. */
    public String words() {
        return words;
    }
}
