package dev.jink.sim.camera;

import java.util.Arrays;

/**
 * What a camera sees, one value per pixel, row-major [h][w]. Mutable, made once, filled by {@link
 * Renderer#render}.
 */
public final class Shot {
    private final int width;
    private final int height;
    private final float[] luminance;
    private final float[] rangeM;
    private final byte[] obstacle;

    public Shot(int width, int height) {
        this.width = width;
        this.height = height;
        luminance = new float[width * height];
        rangeM = new float[width * height];
        obstacle = new byte[width * height];
        Arrays.fill(rangeM, Float.POSITIVE_INFINITY);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Linear light, [h][w], at least 0, no upper bound. */
    public float[] luminance() {
        return luminance;
    }

    /** Metres along the ray to the first surface, [h][w], +infinity in the sky. */
    public float[] rangeM() {
        return rangeM;
    }

    /** 1 where that surface is an obstacle, 0 for ground, ceiling, sky, markings, herbs; [h][w]. */
    public byte[] obstacle() {
        return obstacle;
    }
}
