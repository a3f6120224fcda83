package dev.jink.sim.camera;

/**
 * The surface at many points: what {@link Surface} says of each, bit for bit. Round things go
 * through loops without branches or calls, which the JVM turns into vector instructions; the six
 * sides of a box and the flat ends of a stem are left to {@link Surface}. One thread.
 */
final class SurfaceBatch {
    final float[] nx;
    final float[] ny;
    final float[] nz;
    final float[] u;
    final float[] v;
    private final float[] across;
    private final float[] over;
    private final float[] radial;
    private final double[] along;
    private final double[] lean;
    private final double[] norm;
    private final Surface one = new Surface();

    /** @param most points at once */
    SurfaceBatch(int most) {
        nx = new float[most];
        ny = new float[most];
        nz = new float[most];
        u = new float[most];
        v = new float[most];
        across = new float[most];
        over = new float[most];
        radial = new float[most];
        along = new double[most];
        lean = new double[most];
        norm = new double[most];
    }

    /** Fills this at from … to - 1 for the points (x, y, z) there on solid i. */
    void of(Geometry g, int i, double[] x, double[] y, double[] z, int from, int to) {
        switch (g.kind(i)) {
            case Geometry.STEM -> stem(g, i, x, y, z, from, to);
            case Geometry.ROD -> rod(g, i, x, y, z, from, to);
            case Geometry.ELLIPSOID -> ellipsoid(g.rows(), i * Geometry.ROW, x, y, z, from, to);
            default -> {
                for (int k = from; k < to; k++) {
                    single(g, i, x, y, z, k);
                }
            }
        }
    }

    private void single(Geometry g, int i, double[] x, double[] y, double[] z, int k) {
        one.of(g, i, x[k], y[k], z[k]);
        nx[k] = one.nx;
        ny[k] = one.ny;
        nz[k] = one.nz;
        u[k] = one.u;
        v[k] = one.v;
    }

    private void stem(Geometry g, int i, double[] x, double[] y, double[] z, int from, int to) {
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        cylindrical(p, r, x, y, z, from, to);
        double narrowing = -p[r + 8];
        double steepness = 1 / Math.sqrt(1 + narrowing * narrowing);
        for (int k = from; k < to; k++) {
            lean[k] = narrowing;
            norm[k] = steepness;
        }
        mantle(p, r, from, to);
        double base = 1e-6 * p[r + 6];
        double tip = p[r + 6] * (1 - 1e-6);
        for (int k = from; k < to; k++) {
            if (along[k] < base || along[k] > tip) {
                single(g, i, x, y, z, k);
            }
        }
    }

    private void rod(Geometry g, int i, double[] x, double[] y, double[] z, int from, int to) {
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        cylindrical(p, r, x, y, z, from, to);
        double length = p[r + 6];
        for (int k = from; k < to; k++) {
            // How far beyond either end, whose normals lean as a ball's.
            double beyond = Math.min(along[k], 0) + Math.max(along[k] - length, 0);
            lean[k] = beyond / radial[k];
        }
        for (int k = from; k < to; k++) {
            norm[k] = 1 / Math.sqrt(1 + lean[k] * lean[k]);
        }
        mantle(p, r, from, to);
    }

    /** Coordinates along the axis and across it. */
    private void cylindrical(
            double[] p, int r, double[] x, double[] y, double[] z, int from, int to) {
        double px = p[r];
        double py = p[r + 1];
        double pz = p[r + 2];
        double ux = p[r + 3];
        double uy = p[r + 4];
        double uz = p[r + 5];
        for (int k = from; k < to; k++) {
            along[k] = (x[k] - px) * ux + (y[k] - py) * uy + (z[k] - pz) * uz;
        }
        double ax = p[r + 10];
        double ay = p[r + 11];
        double az = p[r + 12];
        for (int k = from; k < to; k++) {
            across[k] = (float) ((x[k] - px) * ax + (y[k] - py) * ay + (z[k] - pz) * az);
        }
        double ox = p[r + 13];
        double oy = p[r + 14];
        double oz = p[r + 15];
        for (int k = from; k < to; k++) {
            over[k] = (float) ((x[k] - px) * ox + (y[k] - py) * oy + (z[k] - pz) * oz);
        }
        for (int k = from; k < to; k++) {
            float square = across[k] * across[k] + over[k] * over[k];
            radial[k] = (float) Math.sqrt(square) + 1e-9f;
        }
    }

    private void mantle(double[] p, int r, int from, int to) {
        float radius = (float) p[r + 7];
        angles(over, across, u, from, to);
        for (int k = from; k < to; k++) {
            u[k] *= radius;
            v[k] = (float) along[k];
            across[k] /= radial[k];
            over[k] /= radial[k];
        }
        normals(p[r + 10], p[r + 13], p[r + 3], nx, from, to);
        normals(p[r + 11], p[r + 14], p[r + 4], ny, from, to);
        normals(p[r + 12], p[r + 15], p[r + 5], nz, from, to);
    }

    /** One component of the normal, from those of the two axes across and of the one along. */
    private void normals(double a, double o, double s, float[] out, int from, int to) {
        for (int k = from; k < to; k++) {
            out[k] = (float) ((across[k] * a + over[k] * o + lean[k] * s) * norm[k]);
        }
    }

    private void ellipsoid(
            double[] p, int r, double[] x, double[] y, double[] z, int from, int to) {
        double px = p[r];
        double py = p[r + 1];
        double pz = p[r + 2];
        double cos = p[r + 6];
        double sin = p[r + 7];
        for (int k = from; k < to; k++) {
            across[k] = (float) (cos * (x[k] - px) + sin * (y[k] - py));
            over[k] = (float) (cos * (y[k] - py) - sin * (x[k] - px));
            v[k] = (float) (z[k] - pz);
        }
        float hx = (float) p[r + 3];
        float hy = (float) p[r + 4];
        float hz = (float) p[r + 5];
        float widest = Math.max(hx, hy);
        angles(over, across, u, from, to);
        for (int k = from; k < to; k++) {
            u[k] *= widest;
            float lx = across[k] / (hx * hx);
            float ly = over[k] / (hy * hy);
            float lz = v[k] / (hz * hz);
            float norm = 1 / (float) Math.sqrt(lx * lx + ly * ly + lz * lz);
            lx *= norm;
            ly *= norm;
            nx[k] = (float) (cos * lx - sin * ly);
            ny[k] = (float) (sin * lx + cos * ly);
            nz[k] = lz * norm;
        }
    }

    /** {@link Surface#angle} of many. */
    private static void angles(float[] y, float[] x, float[] out, int from, int to) {
        for (int k = from; k < to; k++) {
            out[k] = Surface.octant(y[k], x[k]);
        }
        for (int k = from; k < to; k++) {
            out[k] = Surface.turned(out[k], y[k], x[k]);
        }
    }
}
