package dev.jink.gazebo.world;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Triangles with normals and texture coordinates, written as a Wavefront OBJ file. World frame,
 * metres; texture coordinates are metres of surface, too, until the file scales them. Faces are
 * wound counter-clockwise seen from outside.
 */
final class Mesh {
    /** A triangle smaller than this is one of a pole, and left out: Gazebo's physics dislikes it. */
    private static final double LEAST_AREA = 1e-9;

    /** A point of a curved or flat sheet over (i, j), both from 0 to 1. */
    interface Sheet {
        /**
         * @param out receives x y z, the normal's x y z, and u v in metres
         */
        void at(double i, double j, double[] out);
    }

    // Eight numbers a vertex, as Sheet writes them.
    private final List<double[]> vertices = new ArrayList<>();
    private final List<int[]> triangles = new ArrayList<>();

    /**
     * Adds a sheet of rows times columns cells. Seen from outside, i runs to the right and j up.
     */
    void add(int columns, int rows, Sheet sheet) {
        int first = vertices.size();
        for (int j = 0; j <= rows; j++) {
            for (int i = 0; i <= columns; i++) {
                double[] vertex = new double[8];
                sheet.at((double) i / columns, (double) j / rows, vertex);
                vertices.add(vertex);
            }
        }
        for (int j = 0; j < rows; j++) {
            for (int i = 0; i < columns; i++) {
                int corner = first + j * (columns + 1) + i;
                triangle(corner, corner + 1, corner + columns + 2);
                triangle(corner, corner + columns + 2, corner + columns + 1);
            }
        }
    }

    private void triangle(int a, int b, int c) {
        double[] p = vertices.get(a);
        double[] q = vertices.get(b);
        double[] r = vertices.get(c);
        double ux = q[0] - p[0];
        double uy = q[1] - p[1];
        double uz = q[2] - p[2];
        double vx = r[0] - p[0];
        double vy = r[1] - p[1];
        double vz = r[2] - p[2];
        double nx = uy * vz - uz * vy;
        double ny = uz * vx - ux * vz;
        double nz = ux * vy - uy * vx;
        if (Math.sqrt(nx * nx + ny * ny + nz * nz) > 2 * LEAST_AREA) {
            triangles.add(new int[] {a, b, c});
        }
    }

    int triangles() {
        return triangles.size();
    }

    /** A corner's x y z, of triangle 0 … triangles() - 1, corner 0 … 2. */
    double[] corner(int triangle, int corner) {
        double[] v = vertices.get(triangles.get(triangle)[corner]);
        return new double[] {v[0], v[1], v[2]};
    }

    /**
     * @param tileM metres that one repetition of the texture covers
     */
    void write(Path file, double tileM) throws IOException {
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
            for (double[] v : vertices) {
                out.write("v " + Text.n(v[0]) + ' ' + Text.n(v[1]) + ' ' + Text.n(v[2]) + '\n');
            }
            for (double[] v : vertices) {
                out.write("vt " + Text.n(v[6] / tileM) + ' ' + Text.n(v[7] / tileM) + '\n');
            }
            for (double[] v : vertices) {
                out.write("vn " + Text.n(v[3]) + ' ' + Text.n(v[4]) + ' ' + Text.n(v[5]) + '\n');
            }
            for (int[] t : triangles) {
                out.write('f');
                for (int corner : t) {
                    String index = Integer.toString(corner + 1);
                    out.write(' ' + index + '/' + index + '/' + index);
                }
                out.write('\n');
            }
        }
    }
}
