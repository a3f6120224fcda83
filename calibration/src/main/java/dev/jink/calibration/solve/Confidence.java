package dev.jink.calibration.solve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.List;

/**
 * How far each number of the camera may be trusted. Two variances are computed, and the larger one
 * counts:
 *
 * <pre>
 *   σ² S⁻¹                    every point's error its own, σ² = cost / (2 points − unknowns)
 *   (V − 1) / V · Σ mᵢ mᵢᵀ    the jackknife over the V views: mᵢ = (S − Sᵢ)⁻¹ gᵢ is how far the
 *                             numbers move when view i, its part of S and of the gradient, is left out
 * </pre>
 *
 * The second grows when a view is wrong as a whole: a bent board, a blurred edge, light from one
 * side. It is Bell and McCaffrey's CR3 (Survey Methodology 28, 2002), which leaves residuals that a
 * view has pulled to itself no smaller than they would be without it.
 */
final class Confidence {
    private Confidence() {}

    /**
     * Covariance of the first of the adjusted numbers: the larger variance of each, correlated as in σ²
     * S⁻¹. All of it infinite when the views don't determine them.
     *
     * @param numbers how many
     * @param unknowns of the whole adjustment: camera and poses
     */
    static DMatrixRMaj covariance(
            BundleAdjustment settled, int numbers, int residuals, int unknowns) {
        NormalEquations equations = settled.equations();
        DMatrixRMaj information = equations.information();
        DMatrixRMaj covariance =
                information == null ? null : NormalEquations.covariance(information);
        double[] jackknife =
                covariance == null ? null : jackknife(equations, information, settled.scores());
        if (jackknife == null || residuals <= unknowns) {
            DMatrixRMaj unknown = new DMatrixRMaj(numbers, numbers);
            CommonOps_DDRM.fill(unknown, Double.POSITIVE_INFINITY);
            return unknown;
        }
        CommonOps_DDRM.scale(settled.squares() / (residuals - unknowns), covariance);
        double[] wider = new double[jackknife.length];
        for (int i = 0; i < wider.length; i++) {
            wider[i] = Math.sqrt(Math.max(1, jackknife[i] / covariance.get(i, i)));
        }
        for (int i = 0; i < wider.length; i++) {
            for (int j = 0; j < wider.length; j++) {
                covariance.set(i, j, wider[i] * covariance.get(i, j) * wider[j]);
            }
        }
        return CommonOps_DDRM.extract(covariance, 0, numbers, 0, numbers);
    }

    /** The jackknife's variances; null when the numbers hang on one view. */
    private static double[] jackknife(
            NormalEquations equations, DMatrixRMaj information, List<double[]> scores) {
        int views = scores.size();
        double[] variances = new double[information.numRows];
        DMatrixRMaj moved = new DMatrixRMaj(variances.length, 1);
        for (int view = 0; view < views; view++) {
            DMatrixRMaj others = information.copy();
            CommonOps_DDRM.subtractEquals(others, equations.information(view));
            DMatrixRMaj inverse = NormalEquations.covariance(others);
            if (inverse == null) {
                return null;
            }
            CommonOps_DDRM.mult(
                    inverse, DMatrixRMaj.wrap(variances.length, 1, scores.get(view)), moved);
            for (int i = 0; i < variances.length; i++) {
                variances[i] += moved.data[i] * moved.data[i] * (views - 1) / views;
            }
        }
        return variances;
    }
}
