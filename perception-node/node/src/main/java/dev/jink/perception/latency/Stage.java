package dev.jink.perception.latency;

/** The stations of one frame on the path, in order. */
public enum Stage {
    /** From the frame's arrival until the path's thread took it. */
    WAIT,
    RECTIFY,
    DETECT,
    PLAN,
    /** Handing the command to the controller link. */
    SEND;

    private static final Stage[] ALL = values();

    public static int count() {
        return ALL.length;
    }

    /** The name in figures. */
    public String key() {
        return switch (this) {
            case WAIT -> "wait";
            case RECTIFY -> "rectify";
            case DETECT -> "detect";
            case PLAN -> "plan";
            case SEND -> "send";
        };
    }
}
