package dev.jink.gazebo.world;

import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Ellipsoid;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Shape;

/**
 * A scene's shapes as triangles. Round things get as many sides as their size asks for, and a
 * radius a little larger than their own, so that the polygon lies half inside, half outside.
 */
final class Tessellation {
    private Tessellation() {}

    static void add(Shape shape, Mesh mesh) {
        switch (shape) {
            case Box box -> box(box, mesh);
            case Ellipsoid ellipsoid -> ellipsoid(ellipsoid, mesh);
            case Frustum stem ->
                    round(
                            mesh,
                            new Axis(stem.x(), stem.y(), stem.z(), stem.ux(), stem.uy(), stem.uz()),
                            new double[] {0, 0, stem.lengthM(), stem.lengthM()},
                            new double[] {0, stem.baseRadiusM(), stem.tipRadiusM(), 0});
            case Capsule rod -> capsule(rod, mesh);
        }
    }

    private static int sides(double radius) {
        return radius < 0.03 ? 6 : radius < 0.1 ? 7 : radius < 0.6 ? 10 : 12;
    }

    /** Makes a polygon's mean radius that of its circle. */
    private static double swell(int sides) {
        return 1 / Math.sqrt(Math.cos(Math.PI / sides));
    }

    private static void box(Box box, Mesh mesh) {
        // Each face: its outward axis and the two that span it, right-handed.
        for (int axis = 0; axis < 3; axis++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                int right = (axis + 1) % 3;
                int up = (axis + 2) % 3;
                int outward = axis;
                int side = sign;
                mesh.add(1, 1, (i, j, out) -> face(box, outward, side, right, up, i, j, out));
            }
        }
    }

    private static void face(
            Box box, int axis, int sign, int right, int up, double i, double j, double[] out) {
        double[] half = {box.halfX(), box.halfY(), box.halfZ()};
        double[] p = new double[3];
        double[] n = new double[3];
        p[axis] = sign * half[axis];
        p[right] = sign * (2 * i - 1) * half[right];
        p[up] = (2 * j - 1) * half[up];
        n[axis] = sign;
        turned(p, box.cosYaw(), box.sinYaw(), out, 0);
        turned(n, box.cosYaw(), box.sinYaw(), out, 3);
        out[0] += box.centreX();
        out[1] += box.centreY();
        out[2] += box.centreZ();
        // v runs along the upright edge, where there is one.
        boolean upright = up == 2 || axis == 2;
        out[6] = upright ? p[right] : p[up];
        out[7] = upright ? p[up] : p[right];
    }

    private static void turned(double[] p, double cos, double sin, double[] out, int at) {
        out[at] = cos * p[0] - sin * p[1];
        out[at + 1] = sin * p[0] + cos * p[1];
        out[at + 2] = p[2];
    }

    private static void ellipsoid(Ellipsoid e, Mesh mesh) {
        int sides = sides(Math.max(e.halfX(), e.halfY()));
        double swell = swell(sides);
        mesh.add(
                sides,
                (sides + 3) / 2,
                (i, j, out) -> {
                    double longitude = 2 * Math.PI * i;
                    double latitude = Math.PI * (j - 0.5);
                    double ring = Math.cos(latitude);
                    double[] s = {
                        ring * Math.cos(longitude), ring * Math.sin(longitude), Math.sin(latitude)
                    };
                    double[] p = {
                        swell * e.halfX() * s[0], swell * e.halfY() * s[1], swell * e.halfZ() * s[2]
                    };
                    double[] n = {s[0] / e.halfX(), s[1] / e.halfY(), s[2] / e.halfZ()};
                    double length = Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]);
                    for (int k = 0; k < 3; k++) {
                        n[k] /= length;
                    }
                    turned(p, e.cosYaw(), e.sinYaw(), out, 0);
                    turned(n, e.cosYaw(), e.sinYaw(), out, 3);
                    out[0] += e.centreX();
                    out[1] += e.centreY();
                    out[2] += e.centreZ();
                    out[6] = longitude * (e.halfX() + e.halfY()) / 2;
                    out[7] = latitude * e.halfZ();
                });
    }

    private static void capsule(Capsule rod, Mesh mesh) {
        double r = rod.radiusM();
        double bevel = r * Math.sqrt(0.5);
        round(
                mesh,
                new Axis(rod.x(), rod.y(), rod.z(), rod.ux(), rod.uy(), rod.uz()),
                new double[] {
                    -r, -bevel, 0, rod.lengthM(), rod.lengthM() + bevel, rod.lengthM() + r
                },
                new double[] {0, bevel, r, r, bevel, 0});
    }

    /** Where a body of revolution starts and its unit axis. */
    private record Axis(double x, double y, double z, double ux, double uy, double uz) {}

    /** A body of revolution by its outline: at the distance along the axis, that radius. */
    private static void round(Mesh mesh, Axis axis, double[] along, double[] radius) {
        double widest = 0;
        for (double r : radius) {
            widest = Math.max(widest, r);
        }
        int sides = sides(widest);
        double swell = swell(sides);
        // Two unit vectors across the axis, right-handed with it.
        double[] u = {axis.ux, axis.uy, axis.uz};
        double[] helper = Math.abs(u[2]) < 0.9 ? new double[] {0, 0, 1} : new double[] {1, 0, 0};
        double[] a = unit(cross(helper, u));
        double[] b = cross(u, a);
        for (int k = 0; k + 1 < along.length; k++) {
            double rise = along[k + 1] - along[k];
            double spread = radius[k + 1] - radius[k];
            double slant = Math.hypot(rise, spread);
            if (slant < 1e-9) {
                continue;
            }
            double from = along[k];
            double wide = radius[k];
            double start = wide * swell;
            double surface = (radius[k] + radius[k + 1]) / 2;
            mesh.add(
                    sides,
                    1,
                    (i, j, out) -> {
                        double angle = 2 * Math.PI * i;
                        double cos = Math.cos(angle);
                        double sin = Math.sin(angle);
                        double reach = start + j * spread * swell;
                        double t = from + j * rise;
                        double[] p = {axis.x, axis.y, axis.z};
                        for (int c = 0; c < 3; c++) {
                            double across = cos * a[c] + sin * b[c];
                            out[c] = p[c] + t * u[c] + reach * across;
                            out[3 + c] = (rise * across - spread * u[c]) / slant;
                        }
                        out[6] = angle * surface;
                        out[7] = t + (rise == 0 ? wide + j * spread : 0);
                    });
        }
    }

    private static double[] cross(double[] p, double[] q) {
        return new double[] {
            p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]
        };
    }

    private static double[] unit(double[] p) {
        double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        return new double[] {p[0] / length, p[1] / length, p[2] / length};
    }
}
