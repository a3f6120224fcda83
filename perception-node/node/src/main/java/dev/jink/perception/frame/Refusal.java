package dev.jink.perception.frame;

/** Why a frame was turned away at the door. The key is the one of figures and diagnostics. */
public enum Refusal {
    UNKNOWN_ENCODING("unknown_encoding"),
    ZERO_SIZE("zero_size"),
    TOO_LARGE("too_large"),
    ODD_WIDTH("odd_width"),
    STEP_TOO_SHORT("step_too_short"),
    DATA_TOO_SHORT("data_too_short"),
    NO_CAMERA_INFO("no_camera_info"),
    BAD_CAMERA_INFO("bad_camera_info"),
    SIZE_DIFFERS("size_differs"),
    STAMP_IN_FUTURE("stamp_in_future"),
    STAMP_FROZEN("stamp_frozen"),
    STAMP_BACKWARDS("stamp_backwards"),
    STALE("stale"),
    UNDECODABLE("undecodable");

    private final String key;

    Refusal(String key) {
        this.key = key;
    }

    public String key() {
        return key;
    }
}
