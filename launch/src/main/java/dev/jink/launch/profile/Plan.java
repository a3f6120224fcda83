package dev.jink.launch.profile;

/**
 * What is sent.
 *
 * @param rateHz pictures a second, to the schedule, whatever the node does
 * @param load in words
 */
record Plan(int frames, double rateHz, String encoding, String load) {
    static final int WIDTH = 640;
    static final int HEIGHT = 480;

    long periodNanos() {
        return Math.round(1e9 / rateHz);
    }
}
