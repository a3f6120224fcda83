package dev.jink.sim.scene;

import java.awt.image.BufferedImage;

/**
 * A grey photograph to cover surfaces with: values relative to its mean, mirrored at its edges so
 * that it goes on without a seam, in halving resolutions so that it fades instead of flickering.
 * Immutable; any thread.
 */
public final class Photograph {
    /** Pixels of a side of the finest level; a power of two. */
    static final int SIDE = 256;

    private static final int LEVELS = 1 + Integer.numberOfTrailingZeros(SIDE);
    private static final float MOST = 3;

    // Level k is [SIDE >> k][SIDE >> k], row by row from the bottom up as v runs.
    private final float[][] levels = new float[LEVELS][];

    private Photograph(float[] finest) {
        levels[0] = finest;
        for (int k = 1; k < LEVELS; k++) {
            levels[k] = halved(levels[k - 1], SIDE >> k);
        }
    }

    /**
     * The largest square in the middle of a picture.
     *
     * @return null when the picture is smaller than 64 pixels, dark throughout or without contrast
     */
    static Photograph of(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        if (side < SIDE / 4) {
            return null;
        }
        float[] grey = new float[SIDE * SIDE];
        double sum = 0;
        double squares = 0;
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                float value = mean(picture, left, top, side, x, SIDE - 1 - y);
                grey[y * SIDE + x] = value;
                sum += value;
                squares += (double) value * value;
            }
        }
        double mean = sum / grey.length;
        double deviation = Math.sqrt(Math.max(0, squares / grey.length - mean * mean));
        if (mean < 0.01 || deviation < 0.04 * mean) {
            return null;
        }
        for (int i = 0; i < grey.length; i++) {
            grey[i] = Math.min(MOST, (float) (grey[i] / mean));
        }
        return new Photograph(grey);
    }

    /** Mean linear brightness of the part of the picture that one pixel of ours stands for. */
    private static float mean(BufferedImage from, int left, int top, int side, int x, int y) {
        int x0 = left + x * side / SIDE;
        int y0 = top + y * side / SIDE;
        int x1 = Math.max(x0 + 1, left + (x + 1) * side / SIDE);
        int y1 = Math.max(y0 + 1, top + (y + 1) * side / SIDE);
        float sum = 0;
        for (int py = y0; py < y1; py++) {
            for (int px = x0; px < x1; px++) {
                int rgb = from.getRGB(px, py);
                float grey =
                        0.299f * (rgb >> 16 & 255)
                                + 0.587f * (rgb >> 8 & 255)
                                + 0.114f * (rgb & 255);
                // The square is near enough to a display's response.
                sum += grey * grey * (1f / 65025);
            }
        }
        return sum / ((x1 - x0) * (y1 - y0));
    }

    private static float[] halved(float[] fine, int side) {
        float[] coarse = new float[side * side];
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                int at = 2 * y * 2 * side + 2 * x;
                coarse[y * side + x] =
                        0.25f
                                * (fine[at]
                                        + fine[at + 1]
                                        + fine[at + 2 * side]
                                        + fine[at + 2 * side + 1]);
            }
        }
        return coarse;
    }

    /**
     * Brightness relative to the photograph's mean, 0..3.
     *
     * @param u right, in widths of the photograph
     * @param v up, in heights of it
     * @param width of the pixel that looks at it, in the same unit
     */
    float at(float u, float v, float width) {
        int level = 0;
        for (float pixels = width * SIDE; pixels > 1.5f && level < LEVELS - 1; pixels *= 0.5f) {
            level++;
        }
        int side = SIDE >> level;
        float[] picture = levels[level];
        float x = Math.max(0, mirrored(u) * side - 0.5f);
        float y = Math.max(0, mirrored(v) * side - 0.5f);
        int column = Math.min(side - 1, (int) x);
        int row = Math.min(side - 1, (int) y);
        int right = Math.min(side - 1, column + 1);
        int up = Math.min(side - 1, row + 1);
        float fx = x - column;
        float low = picture[row * side + column];
        float high = picture[up * side + column];
        low += (picture[row * side + right] - low) * fx;
        high += (picture[up * side + right] - high) * fx;
        return low + (high - low) * (y - row);
    }

    /** Folds a coordinate into 0..1, every other tile backwards. */
    private static float mirrored(float x) {
        float folded = x - 2 * Noise.floor(x * 0.5f);
        return folded > 1 ? 2 - folded : folded;
    }
}
