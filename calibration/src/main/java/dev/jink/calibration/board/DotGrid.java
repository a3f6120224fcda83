package dev.jink.calibration.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Tells which dot of a picture is which of a board of circles. Dots are a lattice, whatever lens and
 * perspective do: from one dot and its two shortest steps the next are where the last steps lead. The
 * lattice so grown is then laid upon the board's. OpenCV's finder wants rows to be straight, as those
 * of wide lenses are not.
 */
final class DotGrid {
    /** Dots from which growing is tried, from the middle of all on. */
    private static final int MOST_SEEDS = 12;

    /** How far a dot may be from where it is looked for, in steps. */
    private static final double TOLERANCE = 0.35;

    /** Steps that are no more apart in direction than this are along one line. */
    private static final double LEAST_SINE = 0.5;

    /** The board's shortest steps, in its squares: in whatever view, the two shortest are among these. */
    private static final int[][] STEPS = {
        {1, 1}, {1, -1}, {-1, 1}, {-1, -1}, {2, 0}, {-2, 0}, {0, 2}, {0, -2},
        {3, 1}, {3, -1}, {-3, 1}, {-3, -1}, {1, 3}, {1, -3}, {-1, 3}, {-1, -3}
    };

    private final Board board;
    private final double[] dots;

    /** Where in the lattice, and which dot. */
    private final Map<Cell, Integer> placed = new HashMap<>();

    /** The last steps to each dot along both axes: x, y, x, y. */
    private final Map<Integer, double[]> steps = new HashMap<>();

    private record Cell(int i, int j) {
        Cell beside(int axis, int sign) {
            return axis == 0 ? new Cell(i + sign, j) : new Cell(i, j + sign);
        }
    }

    private DotGrid(Board board, double[] dots) {
        this.board = board;
        this.dots = dots;
    }

    /**
     * @param dots [n][2] all that may be the board's, in pixels
     * @return which of them each point of the board is, or null when they are not that board
     */
    static int[] of(Board board, double[] dots) {
        int n = dots.length / 2;
        if (n < board.points()) {
            return null;
        }
        double x = IntStream.range(0, n).mapToDouble(k -> dots[2 * k]).average().orElse(0);
        double y = IntStream.range(0, n).mapToDouble(k -> dots[2 * k + 1]).average().orElse(0);
        List<Integer> seeds =
                IntStream.range(0, n)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        k -> Math.hypot(dots[2 * k] - x, dots[2 * k + 1] - y)))
                        .limit(MOST_SEEDS)
                        .toList();
        for (int seed : seeds) {
            DotGrid grid = new DotGrid(board, dots);
            int[] found = grid.grow(seed) ? grid.named() : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** From a dot that lies in the middle of others. */
    private boolean grow(int seed) {
        List<double[]> around = new ArrayList<>();
        for (int k = 0; k < dots.length / 2; k++) {
            if (k != seed) {
                around.add(step(seed, k));
            }
        }
        around.sort(Comparator.comparingDouble(DotGrid::length));
        double[] first = null;
        double[] second = null;
        for (double[] step : around) {
            double reach = TOLERANCE * length(step);
            if (nearest(dots[2 * seed] - step[0], dots[2 * seed + 1] - step[1], reach) < 0) {
                continue;
            }
            if (first == null) {
                first = step;
            } else if (Math.abs(cross(first, step)) > LEAST_SINE * length(first) * length(step)) {
                second = step;
                break;
            }
        }
        if (second == null) {
            return false;
        }
        place(new Cell(0, 0), seed, new double[] {first[0], first[1], second[0], second[1]});
        return placed.size() >= board.points();
    }

    private void place(Cell origin, int seed, double[] firstSteps) {
        placed.put(origin, seed);
        steps.put(seed, firstSteps);
        boolean more = true;
        while (more) {
            // What is surer first: it makes the rest surer, too.
            more = spread(TOLERANCE / 2) || spread(TOLERANCE);
        }
    }

    /** Places what lies beside the dots placed; whether there was any. */
    private boolean spread(double tolerance) {
        boolean any = false;
        for (Cell at : List.copyOf(placed.keySet())) {
            for (int side = 0; side < 4; side++) {
                int axis = side / 2;
                int sign = side % 2 == 0 ? 1 : -1;
                Cell next = at.beside(axis, sign);
                if (placed.containsKey(next)) {
                    continue;
                }
                int dot = placed.get(at);
                double[] step = expected(at, axis, sign);
                int there =
                        nearest(
                                dots[2 * dot] + step[0],
                                dots[2 * dot + 1] + step[1],
                                tolerance * length(step));
                if (there >= 0 && !steps.containsKey(there)) {
                    double[] last = steps.get(dot).clone();
                    last[2 * axis] = sign * (dots[2 * there] - dots[2 * dot]);
                    last[2 * axis + 1] = sign * (dots[2 * there + 1] - dots[2 * dot + 1]);
                    placed.put(next, there);
                    steps.put(there, last);
                    any = true;
                }
            }
        }
        return any;
    }

    /** The step from a dot to the next: as in the lines beside it, or as its own line goes on. */
    private double[] expected(Cell at, int axis, int sign) {
        double[] beside = new double[2];
        int lines = 0;
        for (int side = -1; side <= 1; side += 2) {
            Cell from = at.beside(1 - axis, side);
            double[] step = step(from, from.beside(axis, sign));
            if (step != null) {
                beside[0] += step[0];
                beside[1] += step[1];
                lines++;
            }
        }
        if (lines > 0) {
            return new double[] {beside[0] / lines, beside[1] / lines};
        }
        Cell before = at.beside(axis, -sign);
        double[] last = step(before, at);
        if (last == null) {
            double[] own = steps.get(placed.get(at));
            return new double[] {sign * own[2 * axis], sign * own[2 * axis + 1]};
        }
        double[] earlier = step(before.beside(axis, -sign), before);
        return earlier == null
                ? last
                : new double[] {2 * last[0] - earlier[0], 2 * last[1] - earlier[1]};
    }

    /** Null when one of them has no dot. */
    private double[] step(Cell from, Cell to) {
        Integer first = placed.get(from);
        Integer second = placed.get(to);
        return first == null || second == null ? null : step(first, second);
    }

    /** Lays the lattice upon the board: the one way in which every point of the board has a dot. */
    private int[] named() {
        double[] seen = steps.get(placed.get(new Cell(0, 0)));
        double turn = seen[0] * seen[3] - seen[1] * seen[2];
        int[] found = null;
        Set<Set<Integer>> boards = new HashSet<>();
        for (int[] a : STEPS) {
            for (int[] b : STEPS) {
                // A cell of the board's lattice has 2 squares; a board seen from its front keeps
                // its turn.
                if (a[0] * b[1] - a[1] * b[0] == (turn > 0 ? 2 : -2)) {
                    for (Cell corner : placed.keySet()) {
                        int[] laid = laid(a, b, corner);
                        if (laid != null) {
                            found = laid;
                            boards.add(new HashSet<>(IntStream.of(laid).boxed().toList()));
                        }
                    }
                }
            }
        }
        // Several: a larger board.
        return boards.size() == 1 ? found : null;
    }

    /** The dots of all points when the lattice's axes are these steps, its corner the first point. */
    private int[] laid(int[] a, int[] b, Cell corner) {
        int det = a[0] * b[1] - a[1] * b[0];
        int[] laid = new int[board.points()];
        for (int k = 0; k < laid.length; k++) {
            int x = (int) Math.round(board.x(k) / board.squareM());
            int y = (int) Math.round(board.y(k) / board.squareM());
            int i = (x * b[1] - y * b[0]) / det;
            int j = (a[0] * y - a[1] * x) / det;
            Integer dot = placed.get(new Cell(corner.i + i, corner.j + j));
            if (dot == null) {
                return null;
            }
            laid[k] = dot;
        }
        return laid;
    }

    private int nearest(double x, double y, double reach) {
        int best = -1;
        double least = reach;
        for (int k = 0; k < dots.length / 2; k++) {
            double far = Math.hypot(dots[2 * k] - x, dots[2 * k + 1] - y);
            if (far < least) {
                least = far;
                best = k;
            }
        }
        return best;
    }

    private double[] step(int from, int to) {
        return new double[] {dots[2 * to] - dots[2 * from], dots[2 * to + 1] - dots[2 * from + 1]};
    }

    private static double length(double[] step) {
        return Math.hypot(step[0], step[1]);
    }

    private static double cross(double[] a, double[] b) {
        return a[0] * b[1] - a[1] * b[0];
    }
}
