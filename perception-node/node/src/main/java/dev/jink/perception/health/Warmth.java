package dev.jink.perception.health;

/**
 * Whether the path's compiled code is as good as it gets. A warm-up that ran out of time leaves that
 * open: answers may still come slowly, and vectors may be objects on the heap. Then it is believed
 * when frames have been answered for some seconds without one byte of heap, which only settled code
 * does.
 */
public final class Warmth {
    private static final int CALM_LOOKS = 10;

    private boolean settled;
    private int calm;
    private long lastFrames;
    private long lastBytes;

    /**
     * @param settled how the warm-up ended
     */
    public Warmth(boolean settled) {
        this.settled = settled;
    }

    /**
     * Looks, about once a second.
     *
     * @param frames that the path has answered so far
     * @param bytes of heap that it has allocated for them
     */
    public void look(long frames, long bytes) {
        if (frames == lastFrames) {
            return; // Nothing has run.
        }
        calm = bytes == lastBytes ? calm + 1 : 0;
        lastFrames = frames;
        lastBytes = bytes;
        settled |= calm >= CALM_LOOKS;
    }

    public boolean isSettled() {
        return settled;
    }
}
