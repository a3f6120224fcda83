package dev.jink.calibration.solve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

import java.util.List;

/**
 * How far the numbers of the camera may be trusted. Two covariances are computed, and what is stated
 * is their union:
 *
 * <pre>
 *   σ² S⁻¹                    every point's error its own, σ² = cost / (2 points − unknowns)
 *   (V − 1) / V · Σ mᵢ mᵢᵀ    the jackknife over the V views: mᵢ = (S − Sᵢ)⁻¹ gᵢ is how far the
 *                             numbers move when view i, its part of S and of the gradient, is left out
 * </pre>
 *
 * The second grows when a view is wrong as a whole: a bent board, a blurred edge, light from one
 * side. It is Bell and McCaffrey's CR3 (Survey Methodology 28, 2002), which leaves residuals that a
 * view has pulled to itself no smaller than they would be without it. It knows nothing of directions
 * in which no view moved the numbers, and fewer views than numbers leave some; there the first counts.
 */
final class Confidence {
    private Confidence() {}

    /**
     * Covariance of the first of the adjusted numbers. All of it infinite when the views don't
     * determine them.
     *
     * @param numbers how many
     * @param unknowns of the whole adjustment: camera and poses
     */
    static DMatrixRMaj covariance(
            BundleAdjustment settled, int numbers, int residuals, int unknowns) {
        NormalEquations equations = settled.equations();
        DMatrixRMaj information = equations.information();
        DMatrixRMaj points = information == null ? null : NormalEquations.root(information);
        DMatrixRMaj jackknife =
                points == null ? null : jackknife(equations, information, settled.scores());
        if (jackknife == null || residuals <= unknowns) {
            DMatrixRMaj unknown = new DMatrixRMaj(numbers, numbers);
            CommonOps_DDRM.fill(unknown, Double.POSITIVE_INFINITY);
            return unknown;
        }
        double deviation = Math.sqrt(settled.squares() / (residuals - unknowns));
        return CommonOps_DDRM.extract(union(deviation, points, jackknife), 0, numbers, 0, numbers);
    }

    /** M of the jackknife's covariance M Mᵀ, a column for each view; null when the numbers hang on one. */
    private static DMatrixRMaj jackknife(
            NormalEquations equations, DMatrixRMaj information, List<double[]> scores) {
        int numbers = information.numRows;
        int views = scores.size();
        DMatrixRMaj moves = new DMatrixRMaj(numbers, views);
        DMatrixRMaj move = new DMatrixRMaj(numbers, 1);
        for (int view = 0; view < views; view++) {
            DMatrixRMaj others = information.copy();
            CommonOps_DDRM.subtractEquals(others, equations.information(view));
            DMatrixRMaj inverse = NormalEquations.covariance(others);
            if (inverse == null) {
                return null;
            }
            CommonOps_DDRM.mult(inverse, DMatrixRMaj.wrap(numbers, 1, scores.get(view)), move);
            CommonOps_DDRM.insert(move, moves, 0, view);
        }
        CommonOps_DDRM.scale(Math.sqrt((views - 1.0) / views), moves);
        return moves;
    }

    /**
     * The covariance union of A = σ² W Wᵀ and B = M Mᵀ: the least U, by its determinant, with xᵀ U x ≥
     * xᵀ A x and xᵀ U x ≥ xᵀ B x for every x. So whatever is computed from the numbers is given the
     * larger of its two variances at least, and errors that cancel still do. A factor for each number
     * would end that: of k1 and k2 known poorly, it would leave k1 + k2 as poor, however well that is
     * known.
     *
     * <p>Seen from W, A is a ball and B has axes, and on each the larger counts: with W⁻¹ M = P Σ Qᵀ it
     * is U = R Rᵀ, R = W P max(σ, Σ) (Uhlmann, Covariance consistency methods for fault-tolerant
     * distributed data fusion, Information Fusion 4, 2003).
     *
     * @param deviation σ
     * @param w invertible, [n][n]
     * @param m [n][any]
     */
    static DMatrixRMaj union(double deviation, DMatrixRMaj w, DMatrixRMaj m) {
        int n = w.numRows;
        DMatrixRMaj seen = new DMatrixRMaj(n, m.numCols);
        SingularValueDecomposition_F64<DMatrixRMaj> axes =
                DecompositionFactory_DDRM.svd(n, m.numCols, true, false, false);
        if (!CommonOps_DDRM.solve(w, m, seen) || !axes.decompose(seen)) {
            throw new IllegalArgumentException("no union of " + w + " and " + m);
        }
        double[] wider = new double[n];
        for (int axis = 0; axis < n; axis++) {
            boolean moved = axis < axes.numberOfSingularValues();
            wider[axis] = moved ? Math.max(deviation, axes.getSingularValues()[axis]) : deviation;
        }
        DMatrixRMaj root = new DMatrixRMaj(n, n);
        CommonOps_DDRM.mult(w, axes.getU(null, false), root);
        CommonOps_DDRM.multCols(root, wider);
        DMatrixRMaj union = new DMatrixRMaj(n, n);
        CommonOps_DDRM.multTransB(root, root, union);
        return union;
    }
}
