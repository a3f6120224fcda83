package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.BoardView;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * A first pose of a board before a camera that is roughly known, after Zhang (PAMI 2000): the 3x3 H
 * with d × H (x, y, 1) = 0 for every point (x, y) of the board and the unit ray d to it; H is [r1 r2
 * t] up to scale. Unit rays, not a plane before the camera, so that a fisheye's 90° do no harm.
 */
final class PoseStart {
    private PoseStart() {}

    /** The pose, or null when the points allow none. */
    static BoardPose of(BoardView view, CameraModel camera) {
        int n = view.points();
        double[] board = view.board();
        double middleX = 0;
        double middleY = 0;
        for (int i = 0; i < n; i++) {
            middleX += board[2 * i] / n;
            middleY += board[2 * i + 1] / n;
        }
        double size = 0;
        for (int i = 0; i < n; i++) {
            size += Math.hypot(board[2 * i] - middleX, board[2 * i + 1] - middleY) / n;
        }
        DMatrixRMaj normal = new DMatrixRMaj(9, 9);
        double[] ray = new double[3];
        double[] row = new double[9];
        double[] middleRay = new double[3];
        int used = 0;
        for (int i = 0; i < n; i++) {
            if (!camera.ray(view.pixels()[2 * i], view.pixels()[2 * i + 1], ray)) {
                continue;
            }
            used++;
            double x = (board[2 * i] - middleX) / size;
            double y = (board[2 * i + 1] - middleY) / size;
            for (int axis = 0; axis < 3; axis++) {
                int b = (axis + 1) % 3;
                int c = (axis + 2) % 3;
                java.util.Arrays.fill(row, 0);
                put(row, c, ray[b], x, y);
                put(row, b, -ray[c], x, y);
                add(normal, row);
                middleRay[axis] += ray[axis];
            }
        }
        if (used < 4) {
            return null;
        }
        double[] h = smallest(normal);
        // The board stands before the camera, not behind it.
        double facing = h[2] * middleRay[0] + h[5] * middleRay[1] + h[8] * middleRay[2];
        return pose(h, facing < 0 ? -1 : 1, middleX, middleY, size);
    }

    private static void put(double[] row, int of, double weight, double x, double y) {
        row[3 * of] += weight * x;
        row[3 * of + 1] += weight * y;
        row[3 * of + 2] += weight;
    }

    private static void add(DMatrixRMaj normal, double[] row) {
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                normal.data[9 * i + j] += row[i] * row[j];
            }
        }
    }

    private static double[] smallest(DMatrixRMaj normal) {
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(9, true, true);
        eigen.decompose(normal);
        int least = 0;
        for (int i = 1; i < 9; i++) {
            if (eigen.getEigenvalue(i).real < eigen.getEigenvalue(least).real) {
                least = i;
            }
        }
        return eigen.getEigenVector(least).data;
    }

    /** The rotation nearest to [r1 r2 r1×r2], and t back in the board's own origin and metres. */
    private static BoardPose pose(double[] h, double sign, double mx, double my, double size) {
        double[] r1 = {sign * h[0], sign * h[3], sign * h[6]};
        double[] r2 = {sign * h[1], sign * h[4], sign * h[7]};
        double scale =
                (Math.sqrt(r1[0] * r1[0] + r1[1] * r1[1] + r1[2] * r1[2])
                                + Math.sqrt(r2[0] * r2[0] + r2[1] * r2[1] + r2[2] * r2[2]))
                        / 2;
        if (!(scale > 0)) {
            return null;
        }
        DMatrixRMaj rough = new DMatrixRMaj(3, 3);
        for (int i = 0; i < 3; i++) {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            rough.set(i, 0, r1[i] / scale);
            rough.set(i, 1, r2[i] / scale);
            rough.set(i, 2, (r1[j] * r2[k] - r1[k] * r2[j]) / (scale * scale));
        }
        double[] r = nearestRotation(rough);
        double[] t = new double[3];
        for (int i = 0; i < 3; i++) {
            t[i] = sign * h[3 * i + 2] / scale * size - r[3 * i] * mx - r[3 * i + 1] * my;
        }
        return new BoardPose(r, t);
    }

    /** The rotation nearest to a matrix of positive determinant. */
    private static double[] nearestRotation(DMatrixRMaj rough) {
        SingularValueDecomposition_F64<DMatrixRMaj> svd =
                DecompositionFactory_DDRM.svd(3, 3, true, true, false);
        svd.decompose(rough.copy());
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj vt = svd.getV(null, true);
        DMatrixRMaj r = new DMatrixRMaj(3, 3);
        CommonOps_DDRM.mult(u, vt, r);
        return r.data;
    }
}
