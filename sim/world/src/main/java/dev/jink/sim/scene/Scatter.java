package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Poisson-disc points by dart throwing on a grid: no two nearer than the spacing, and no big holes.
 */
final class Scatter {
    private Scatter() {}

    /** Points [x, y] in the rectangle, pairwise at least spacingM apart, until no dart sticks. */
    static List<double[]> points(
            Dice dice, double minX, double maxX, double minY, double maxY, double spacingM) {
        double cell = spacingM / Math.sqrt(2);
        int columns = (int) Math.ceil((maxX - minX) / cell);
        int rows = (int) Math.ceil((maxY - minY) / cell);
        double[][] grid = new double[columns * rows][];
        List<double[]> points = new ArrayList<>();
        // Each cell can hold one point; ten darts a cell leave few holes that could take another.
        int darts = columns * rows * 10;
        for (int i = 0; i < darts; i++) {
            double x = dice.uniform(minX, maxX);
            double y = dice.uniform(minY, maxY);
            int column = (int) ((x - minX) / cell);
            int row = (int) ((y - minY) / cell);
            if (free(grid, columns, rows, column, row, x, y, spacingM)) {
                double[] point = {x, y};
                grid[row * columns + column] = point;
                points.add(point);
            }
        }
        return points;
    }

    private static boolean free(
            double[][] grid,
            int columns,
            int rows,
            int column,
            int row,
            double x,
            double y,
            double spacingM) {
        for (int r = Math.max(0, row - 2); r <= Math.min(rows - 1, row + 2); r++) {
            for (int c = Math.max(0, column - 2); c <= Math.min(columns - 1, column + 2); c++) {
                double[] other = grid[r * columns + c];
                if (other != null && Math.hypot(other[0] - x, other[1] - y) < spacingM) {
                    return false;
                }
            }
        }
        return true;
    }
}
