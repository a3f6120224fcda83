package dev.jink.calibration.solve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;
import java.util.List;

/**
 * How far each number of the camera may be trusted. Two variances are computed, and the larger one
 * counts:
 *
 * <pre>
 *   σ² S⁻¹                    every point's error its own, σ² = cost / (2 points − unknowns)
 *   S⁻¹ (Σ gᵢ gᵢᵀ) S⁻¹ · n    the errors of one view as they are, only those of different views
 *                             unrelated (Huber's sandwich); gᵢ is view i's part of the gradient,
 *                             n = V / (V − unknowns / V) corrects for the few views V
 * </pre>
 *
 * The second grows when a view is wrong as a whole: a bent board, a blurred edge, light from one
 * side.
 */
final class Confidence {
    /** Two-sided 95 % of the normal distribution. */
    private static final double DEVIATIONS_95 = 1.96;

    private Confidence() {}

    /**
     * Half widths of the 95 % intervals of the adjusted numbers; infinity when the views don't
     * determine one.
     *
     * @param unknowns of the whole adjustment: camera and poses
     */
    static double[] halfWidths(BundleAdjustment settled, int free, int residuals, int unknowns) {
        double[] half = new double[free];
        double variance = settled.squares() / Math.max(1, residuals - unknowns);
        DMatrixRMaj inverse = settled.equations().cameraCovariance();
        if (inverse == null || residuals <= unknowns) {
            Arrays.fill(half, Double.POSITIVE_INFINITY);
            return half;
        }
        List<double[]> scores = settled.scores();
        int views = scores.size();
        DMatrixRMaj meat = new DMatrixRMaj(free, free);
        for (double[] score : scores) {
            for (int i = 0; i < free; i++) {
                for (int j = 0; j < free; j++) {
                    meat.data[i * free + j] += score[i] * score[j];
                }
            }
        }
        DMatrixRMaj left = new DMatrixRMaj(free, free);
        DMatrixRMaj sandwich = new DMatrixRMaj(free, free);
        CommonOps_DDRM.mult(inverse, meat, left);
        CommonOps_DDRM.mult(left, inverse, sandwich);
        double few = views / Math.max(1, views - (double) free / 2);
        for (int i = 0; i < free; i++) {
            double plain = variance * inverse.get(i, i);
            double clustered = few * sandwich.get(i, i);
            half[i] = DEVIATIONS_95 * Math.sqrt(Math.max(plain, clustered));
        }
        return half;
    }
}
