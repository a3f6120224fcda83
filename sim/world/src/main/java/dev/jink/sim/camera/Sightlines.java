package dev.jink.sim.camera;

/**
 * Where a picture's rays run and what ends them, one value per pixel, row-major [h][w]. Mutable,
 * made once, filled by {@link Caster#cast}.
 */
final class Sightlines {
    static final int SKY = -3;
    static final int CEILING = -2;
    static final int GROUND = -1;

    /** Unit directions in the world. */
    final double[] dx;

    final double[] dy;
    final double[] dz;

    /** Metres along the ray; in the sky some number beyond {@link Caster#FAR_M}. */
    final double[] rangeM;

    /** The solid's index in {@link Geometry}, or one of the three above. */
    final int[] solid;

    Sightlines(int pixels) {
        dx = new double[pixels];
        dy = new double[pixels];
        dz = new double[pixels];
        rangeM = new double[pixels];
        solid = new int[pixels];
    }
}
