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

    /** Normal and texture coordinates where the solid is porous, which is known by then. */
    final float[] nx;

    final float[] ny;
    final float[] nz;
    final float[] u;
    final float[] v;

    Sightlines(int pixels) {
        dx = new double[pixels];
        dy = new double[pixels];
        dz = new double[pixels];
        rangeM = new double[pixels];
        solid = new int[pixels];
        nx = new float[pixels];
        ny = new float[pixels];
        nz = new float[pixels];
        u = new float[pixels];
        v = new float[pixels];
    }
}
