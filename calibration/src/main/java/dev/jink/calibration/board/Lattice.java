package dev.jink.calibration.board;

import java.util.HashMap;
import java.util.Map;

/**
 * How a chessboard's lines run through the points that were found: direction, length and bend of a
 * square's side at each, by its neighbours. A line through a point p is, near it,
 * p + t · side + t² · bend with t in squares.
 */
final class Lattice {
    /** Points that one polynomial goes through: a fisheye bends lines by more than a parabola. */
    private static final int MOST = 5;

    private final int pointsInRow;
    private final int points;
    private final double[] pixels;
    private final Map<Integer, Integer> places = new HashMap<>();

    /**
     * @param id int [n] of the board's points
     * @param pixels [n][2] where they are, roughly; looked at, not copied
     */
    Lattice(Board board, int[] id, double[] pixels) {
        pointsInRow = board.pointsInRow();
        points = board.points();
        this.pixels = pixels;
        for (int k = 0; k < id.length; k++) {
            places.put(id[k], k);
        }
    }

    /**
     * The line along a row (axis 0) or from row to row (axis 1) through a point. Where the point has
     * no neighbour on it, the line through the nearest point that has one, straight.
     *
     * @param line receives side x, y and bend x, y in pixels
     * @return false when no two points lie on such a line
     */
    boolean line(int id, int axis, double[] line) {
        if (fitted(id, axis, line)) {
            return true;
        }
        int nearest = -1;
        for (int other : places.keySet()) {
            if ((nearest < 0 || steps(id, other) < steps(id, nearest))
                    && fitted(other, axis, line)) {
                nearest = other;
            }
        }
        if (nearest < 0) {
            return false;
        }
        fitted(nearest, axis, line);
        line[2] = 0;
        line[3] = 0;
        return true;
    }

    private int steps(int a, int b) {
        return Math.abs(a % pointsInRow - b % pointsInRow)
                + Math.abs(a / pointsInRow - b / pointsInRow);
    }

    /** By the polynomial through the points nearest to it on its line, without a gap among them. */
    private boolean fitted(int id, int axis, double[] line) {
        int first = 0;
        int last = 0;
        boolean more = true;
        while (more && last - first + 1 < MOST) {
            boolean back = there(id, axis, first - 1);
            boolean on = there(id, axis, last + 1);
            boolean nearerBack = -first <= last;
            more = back || on;
            if (back && (nearerBack || !on)) {
                first--;
            } else if (on) {
                last++;
            }
        }
        for (int k = 0; k < 2 && first < last; k++) {
            derive(id, axis, first, last, k, line);
        }
        return first < last;
    }

    /** Newton's form of the polynomial; value, side and bend at 0 by Horner's rule. */
    private void derive(int id, int axis, int first, int last, int coordinate, double[] line) {
        int n = last - first + 1;
        double[] c = new double[n];
        for (int i = 0; i < n; i++) {
            c[i] = at(id, axis, first + i, coordinate);
        }
        for (int j = 1; j < n; j++) {
            for (int i = n - 1; i >= j; i--) {
                c[i] = (c[i] - c[i - 1]) / j;
            }
        }
        double value = 0;
        double side = 0;
        double bend = 0;
        for (int i = n - 1; i >= 0; i--) {
            double t = -(first + i);
            bend = bend * t + side;
            side = side * t + value;
            value = value * t + c[i];
        }
        line[coordinate] = side;
        line[2 + coordinate] = bend;
    }

    private boolean there(int id, int axis, int steps) {
        return !Double.isNaN(at(id, axis, steps, 0));
    }

    /** A neighbour's coordinate; NaN where there is none. */
    private double at(int id, int axis, int steps, int coordinate) {
        int column = id % pointsInRow + (axis == 0 ? steps : 0);
        int row = id / pointsInRow + (axis == 1 ? steps : 0);
        int other = row * pointsInRow + column;
        boolean there = column >= 0 && column < pointsInRow && other >= 0 && other < points;
        Integer place = there ? places.get(other) : null;
        return place == null ? Double.NaN : pixels[2 * place + coordinate];
    }
}
