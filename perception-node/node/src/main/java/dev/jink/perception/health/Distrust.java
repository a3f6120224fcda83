package dev.jink.perception.health;

/** Why what was seen can't be believed, in the words of diagnostics. Any of them means unknown. */
public enum Distrust {
    NONE("trusted"),
    BLACK("black picture: nothing but dark pixels; is the lens covered, the exposure too short?"),
    SATURATED("saturated picture: blown out by light; shorten the exposure or turn from the sun"),
    FLAT("flat picture: one even tone, nothing to see ranges by; fog, glare or a covered lens?"),
    BLURRED("blurred picture: no edge to see ranges by; is the lens in focus, clean and dry?"),
    FROZEN("frozen picture: the same pixels again and again; the camera has stopped"),
    SLOW_INPUT(
            "slow input: fewer than 5 pictures a second; raise the camera's rate or take load"
                    + " away"),
    STALE_ODOMETRY("stale odometry: own velocity is not known; is odometry being published?");

    private final String words;

    Distrust(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
