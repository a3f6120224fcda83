package dev.jink.kernels.vector;

import dev.jink.kernels.LayerKernel.Step;

/** A layer as stages: all of them for a few pixels, then all of them for the next. */
final class Stages implements Step {
    /** What the stages hold of one stretch: a first-level cache and a little more. */
    private static final int STRETCH_BYTES = 40 << 10;

    private static final int LEAST_PIXELS = 8;
    private static final int MOST_PIXELS = 64;

    private final Runnable before;
    private final Stage[] stages;
    private final int first;
    private final int end;
    private final int stretch;

    /**
     * @param before what is done once per run
     * @param first number of the first output pixel
     * @param end the number behind the last
     * @param stretch pixels at a time
     */
    Stages(Runnable before, int first, int end, int stretch, Stage... stages) {
        this.before = before;
        this.first = first;
        this.end = end;
        this.stretch = stretch;
        this.stages = stages;
    }

    /**
     * How many pixels to take at a time: whole tiles, as many as the cache holds.
     *
     * @param pixels there are in all
     * @param bytesOfPixel what the stages hold of one
     * @param tile pixels that a stage takes at once
     */
    static int stretch(int pixels, int bytesOfPixel, int tile) {
        int fitting = Math.clamp(STRETCH_BYTES / bytesOfPixel, LEAST_PIXELS, MOST_PIXELS);
        return Math.min(pixels, fitting / tile * tile);
    }

    /** Tiles of four pixels, which most stages take. */
    static int stretch(int pixels, int bytesOfPixel) {
        return stretch(pixels, bytesOfPixel, 4);
    }

    @Override
    public void run() {
        before.run();
        for (int at = first; at < end; at += stretch) {
            int pixels = Math.min(stretch, end - at);
            for (Stage stage : stages) {
                stage.run(at, pixels);
            }
        }
    }
}
