package dev.jink.calibration.solve;

/** A bent ray and its derivatives, written over and over by a {@link LensFormula}. */
final class Bent {
    /** The bent point on the plane z = 1. */
    double x;

    double y;

    /** Derivative by the ray, [2][3]. */
    final double[] byRay = new double[6];

    /** Derivative by the coefficients, [2][8]; the first of each row are in use. */
    final double[] byCoefficient = new double[2 * LensModel.MOST_COEFFICIENTS];
}
