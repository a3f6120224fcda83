package dev.jink.calibration.solve;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

import java.util.ArrayList;
import java.util.List;

/**
 * The normal equations of camera and poses, reduced to the camera (Schur's complement). Each view
 * touches the camera and its own pose only:
 *
 * <pre>
 *   | A   B1  B2 … | | c  |     | a  |        S = A − Σ Bi Di⁻¹ Biᵀ
 *   | B1ᵀ D1       | | p1 | = − | d1 |        S c = −a + Σ Bi Di⁻¹ di
 *   | B2ᵀ     D2   | | p2 |     | d2 |        pi = −Di⁻¹ (di + Biᵀ c)
 * </pre>
 */
final class NormalEquations {
    private static final int POSE = 6;

    /** Rounding makes noise of eigenvalues below this, the matrix being scaled to a diagonal of 1. */
    private static final double LEAST_HOLD = 1e-13;

    private final int free;
    private final DMatrixRMaj a;
    private final DMatrixRMaj gradient;
    private final List<View> views = new ArrayList<>();

    /** One view's share. */
    private record View(DMatrixRMaj a, DMatrixRMaj b, DMatrixRMaj d, DMatrixRMaj gradient) {

        /** B D⁻¹ Bᵀ: what its pose takes of what it says of the camera; null when D has no inverse. */
        DMatrixRMaj posed() {
            DMatrixRMaj inverse = d.copy();
            if (!CommonOps_DDRM.invert(inverse)) {
                return null;
            }
            DMatrixRMaj bd = new DMatrixRMaj(b.numRows, POSE);
            CommonOps_DDRM.mult(b, inverse, bd);
            DMatrixRMaj taken = new DMatrixRMaj(b.numRows, b.numRows);
            CommonOps_DDRM.multTransB(bd, b, taken);
            return taken;
        }
    }

    /** What to add to the camera's free numbers and to each pose. */
    record Step(double[] camera, double[][] poses) {}

    private View open;

    NormalEquations(int free) {
        this.free = free;
        a = new DMatrixRMaj(free, free);
        gradient = new DMatrixRMaj(free, 1);
    }

    /** What is added from here on is another view's. */
    void beginView() {
        open =
                new View(
                        new DMatrixRMaj(free, free),
                        new DMatrixRMaj(free, POSE),
                        new DMatrixRMaj(POSE, POSE),
                        new DMatrixRMaj(POSE, 1));
        views.add(open);
    }

    /**
     * Adds one residual r of the open view.
     *
     * @param byCamera derivative by the free numbers, [free]
     * @param byPose from this offset on the six derivatives by the pose
     */
    void add(double r, double weight, double[] byCamera, double[] byPose, int offset) {
        for (int i = 0; i < free; i++) {
            double wi = weight * byCamera[i];
            gradient.data[i] += wi * r;
            for (int j = 0; j < free; j++) {
                open.a.data[i * free + j] += wi * byCamera[j];
            }
            for (int j = 0; j < POSE; j++) {
                open.b.data[i * POSE + j] += wi * byPose[offset + j];
            }
        }
        for (int i = 0; i < POSE; i++) {
            double wi = weight * byPose[offset + i];
            open.gradient.data[i] += wi * r;
            for (int j = 0; j < POSE; j++) {
                open.d.data[i * POSE + j] += wi * byPose[offset + j];
            }
        }
    }

    /** Ends the open view. */
    void endView() {
        CommonOps_DDRM.addEquals(a, open.a);
    }

    /** Adds what holds a free number at 0: a residual that is its value, with this weight. */
    void hold(int free, double weight, double value) {
        a.add(free, free, weight);
        gradient.add(free, 0, weight * value);
    }

    /** The damped step; null when the equations have none. */
    Step solve(double damping) {
        DMatrixRMaj s = damped(a, damping);
        DMatrixRMaj right = gradient.copy();
        List<DMatrixRMaj> inverses = new ArrayList<>(views.size());
        for (View view : views) {
            DMatrixRMaj inverse = damped(view.d, damping);
            if (!CommonOps_DDRM.invert(inverse)) {
                return null;
            }
            inverses.add(inverse);
            DMatrixRMaj bd = new DMatrixRMaj(free, POSE);
            CommonOps_DDRM.mult(view.b, inverse, bd);
            CommonOps_DDRM.multAddTransB(-1, bd, view.b, s);
            CommonOps_DDRM.multAdd(-1, bd, view.gradient, right);
        }
        DMatrixRMaj camera = new DMatrixRMaj(free, 1);
        CommonOps_DDRM.scale(-1, right);
        if (free > 0 && !CommonOps_DDRM.solve(s, right, camera)) {
            return null;
        }
        double[][] poses = new double[views.size()][];
        for (int i = 0; i < poses.length; i++) {
            DMatrixRMaj both = views.get(i).gradient.copy();
            CommonOps_DDRM.multAddTransA(views.get(i).b, camera, both);
            DMatrixRMaj step = new DMatrixRMaj(POSE, 1);
            CommonOps_DDRM.mult(-1, inverses.get(i), both, step);
            poses[i] = step.data;
        }
        return new Step(camera.data, poses);
    }

    private static DMatrixRMaj damped(DMatrixRMaj m, double damping) {
        DMatrixRMaj more = m.copy();
        for (int i = 0; i < more.numRows; i++) {
            more.data[i * more.numCols + i] *= 1 + damping;
        }
        return more;
    }

    /** S: what the views say of the camera's free numbers, [free][free]; null when there is none. */
    DMatrixRMaj information() {
        DMatrixRMaj s = a.copy();
        for (View view : views) {
            DMatrixRMaj posed = view.posed();
            if (posed == null) {
                return null;
            }
            CommonOps_DDRM.subtractEquals(s, posed);
        }
        return s;
    }

    /** One view's part of S. */
    DMatrixRMaj information(int view) {
        View one = views.get(view);
        DMatrixRMaj s = one.a.copy();
        CommonOps_DDRM.subtractEquals(s, one.posed());
        return s;
    }

    /** The inverse of an information matrix; null when there is none. */
    static DMatrixRMaj covariance(DMatrixRMaj information) {
        DMatrixRMaj root = root(information);
        if (root == null) {
            return null;
        }
        DMatrixRMaj covariance = new DMatrixRMaj(root.numRows, root.numRows);
        CommonOps_DDRM.multTransB(root, root, covariance);
        return covariance;
    }

    /**
     * W of S⁻¹ = W Wᵀ, of an information matrix S; null when there is none. By eigenvectors, so that
     * one direction without any hold (two coefficients that do the same) makes its own numbers
     * uncertain and leaves the others alone.
     */
    static DMatrixRMaj root(DMatrixRMaj information) {
        // Equilibrated first: focal lengths and fourth coefficients differ by many powers of ten.
        int n = information.numRows;
        DMatrixRMaj s = information.copy();
        double[] scale = new double[n];
        for (int i = 0; i < n; i++) {
            scale[i] = 1 / Math.sqrt(s.get(i, i));
        }
        CommonOps_DDRM.multRows(scale, s);
        CommonOps_DDRM.multCols(s, scale);
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
        if (MatrixFeatures_DDRM.hasUncountable(s) || !eigen.decompose(s)) {
            return null;
        }
        DMatrixRMaj root = new DMatrixRMaj(n, n);
        for (int i = 0; i < n; i++) {
            double hold = Math.max(eigen.getEigenvalue(i).real, LEAST_HOLD);
            DMatrixRMaj column = eigen.getEigenVector(i);
            CommonOps_DDRM.scale(1 / Math.sqrt(hold), column);
            CommonOps_DDRM.insert(column, root, 0, i);
        }
        CommonOps_DDRM.multRows(scale, root);
        return root;
    }

    /**
     * Covariance of one view's pose, [6][6]: D⁻¹ σ² from its points, and D⁻¹ Bᵀ C B D⁻¹ from a camera
     * that is off; null when there is none.
     *
     * @param variance σ² of a residual
     * @param camera C of the camera's free numbers
     */
    DMatrixRMaj poseCovariance(int view, double variance, DMatrixRMaj camera) {
        View one = views.get(view);
        DMatrixRMaj covariance = one.d.copy();
        if (!CommonOps_DDRM.invert(covariance)) {
            return null;
        }
        DMatrixRMaj byCamera = new DMatrixRMaj(POSE, free);
        CommonOps_DDRM.multTransB(covariance, one.b, byCamera);
        DMatrixRMaj left = new DMatrixRMaj(POSE, free);
        CommonOps_DDRM.mult(byCamera, camera, left);
        CommonOps_DDRM.scale(variance, covariance);
        CommonOps_DDRM.multAddTransB(left, byCamera, covariance);
        return covariance;
    }
}
