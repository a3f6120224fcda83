package dev.jink.calibration.solve;

/** A lens formula with its derivatives, for adjusting its coefficients. Pure, any thread. */
interface LensFormula {
    /**
     * Bends a ray.
     *
     * @param p the camera's parameters; the coefficients begin at {@link Camera#DISTORTION}
     * @param x optical frame, right, any unit
     * @param y down
     * @param z forward
     * @return false when the formula has no value there; out is then undefined
     */
    boolean bend(double[] p, double x, double y, double z, Bent out);
}
