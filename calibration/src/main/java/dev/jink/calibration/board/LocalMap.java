package dev.jink.calibration.board;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

import java.util.Arrays;
import java.util.Comparator;

/**
 * How a board's plane maps into the picture around one of its points: the derivatives of u and v by x
 * and y, from the polynomial of fourth degree that fits the nearest points best. Lengths on the board
 * are counted in its squares. Immutable.
 *
 * @param first [2][2] u by x, u by y, v by x, v by y; pixels
 * @param second [2][3] u by xx, xy, yy, then v; pixels
 */
record LocalMap(double[] first, double[] second) {
    private static final int NEAREST = 26;
    private static final int QUARTIC = 15;

    /** For boards of few points. */
    private static final int QUADRATIC = 6;

    /**
     * @param board [n][2] points on the board in metres
     * @param pixels [n][2] where they are seen
     * @return null when the points lie so that they tell nothing
     */
    static LocalMap around(int point, double[] board, double[] pixels, double squareM) {
        Integer[] near = new Integer[board.length / 2];
        Arrays.setAll(near, i -> i);
        Arrays.sort(near, Comparator.comparingDouble(i -> distance(board, i, point)));
        int n = Math.min(NEAREST, near.length);
        int terms = n >= QUARTIC + 4 ? QUARTIC : QUADRATIC;
        DMatrixRMaj left = new DMatrixRMaj(n, terms);
        DMatrixRMaj right = new DMatrixRMaj(n, 2);
        for (int i = 0; i < n; i++) {
            int k = near[i];
            double x = (board[2 * k] - board[2 * point]) / squareM;
            double y = (board[2 * k + 1] - board[2 * point + 1]) / squareM;
            int term = i * terms;
            for (int degree = 0; term < (i + 1) * terms; degree++) {
                for (int power = 0; power <= degree; power++) {
                    left.data[term++] = Math.pow(x, degree - power) * Math.pow(y, power);
                }
            }
            right.set(i, 0, pixels[2 * k] - pixels[2 * point]);
            right.set(i, 1, pixels[2 * k + 1] - pixels[2 * point + 1]);
        }
        DMatrixRMaj found = new DMatrixRMaj(terms, 2);
        if (!CommonOps_DDRM.solve(left, right, found)) {
            return null;
        }
        return new LocalMap(
                new double[] {found.get(1, 0), found.get(2, 0), found.get(1, 1), found.get(2, 1)},
                new double[] {
                    2 * found.get(3, 0),
                    found.get(4, 0),
                    2 * found.get(5, 0),
                    2 * found.get(3, 1),
                    found.get(4, 1),
                    2 * found.get(5, 1)
                });
    }

    private static double distance(double[] board, int i, int j) {
        return Math.hypot(board[2 * i] - board[2 * j], board[2 * i + 1] - board[2 * j + 1]);
    }

    /** Square pixels of one square of the board, signed. */
    double area() {
        return first[0] * first[3] - first[1] * first[2];
    }

    /**
     * How far the middle of a disc's picture lies from the picture of its middle, by r²: with area
     * element J and the disc's moments ∫ρρᵀ = πr⁴/4, the mean of u weighted with J is u + r²/4 (½ Δu +
     * ∇u · ∇J / J), to second order.
     *
     * @param coordinate 0 for u, 1 for v
     */
    double discShift(int coordinate) {
        double byX =
                second[0] * first[3]
                        + first[0] * second[4]
                        - second[1] * first[2]
                        - first[1] * second[3];
        double byY =
                second[1] * first[3]
                        + first[0] * second[5]
                        - second[2] * first[2]
                        - first[1] * second[4];
        double laplace = second[3 * coordinate] + second[3 * coordinate + 2];
        double slope = first[2 * coordinate] * byX + first[2 * coordinate + 1] * byY;
        return (laplace / 2 + slope / area()) / 4;
    }
}
