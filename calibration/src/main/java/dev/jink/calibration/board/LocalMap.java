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
 */
record LocalMap(double[] first) {
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
                new double[] {found.get(1, 0), found.get(2, 0), found.get(1, 1), found.get(2, 1)});
    }

    private static double distance(double[] board, int i, int j) {
        return Math.hypot(board[2 * i] - board[2 * j], board[2 * i + 1] - board[2 * j + 1]);
    }

    /** Square pixels of one square of the board, signed. */
    double area() {
        return first[0] * first[3] - first[1] * first[2];
    }

    /** Pixels of one square of the board in the direction in which it looks shortest. */
    double leastScale() {
        double squares = 0;
        for (double by : first) {
            squares += by * by;
        }
        double area = area();
        return Math.sqrt(
                (squares - Math.sqrt(Math.max(0, squares * squares - 4 * area * area))) / 2);
    }
}
