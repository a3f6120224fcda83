package dev.jink.sim.camera;

/**
 * One solid and many rays from one point: where {@link Hits} says that they enter it, bit for bit,
 * in loops that the JVM turns into vector instructions. A ray that misses may get NaN or a negative
 * range in place of +infinity: no comparison takes either for an entry. Holds buffers: one thread.
 */
final class HitsBatch {
    private final double[] dx;
    private final double[] dy;
    private final double[] dz;
    // What the entry depends on: a box's exit; a stem's leading coefficient, discriminant and place
    // along the axis.
    private final double[] exitM;
    private final double[] leading;
    private final double[] root;
    private final double[] along;

    /** @param most rays at once */
    HitsBatch(int most) {
        dx = new double[most];
        dy = new double[most];
        dz = new double[most];
        exitM = new double[most];
        leading = new double[most];
        root = new double[most];
        along = new double[most];
    }

    /**
     * @param rays directions, of which the first count of which are meant
     * @param out receives as many
     */
    void at(
            Geometry g,
            int i,
            double ox,
            double oy,
            double oz,
            Sightlines rays,
            int[] which,
            int count,
            double[] out) {
        for (int c = 0; c < count; c++) {
            dx[c] = rays.dx[which[c]];
            dy[c] = rays.dy[which[c]];
            dz[c] = rays.dz[which[c]];
        }
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        ox -= p[r];
        oy -= p[r + 1];
        oz -= p[r + 2];
        switch (g.kind(i)) {
            case Geometry.STEM -> stem(p, r, ox, oy, oz, count, out);
            case Geometry.BOX -> box(p, r, ox, oy, oz, count, out);
            case Geometry.ELLIPSOID -> ellipsoid(p, r, ox, oy, oz, count, out);
            default -> {
                for (int c = 0; c < count; c++) {
                    out[c] = Hits.rod(p, r, ox, oy, oz, dx[c], dy[c], dz[c]);
                }
            }
        }
    }

    private void stem(double[] p, int r, double ox, double oy, double oz, int count, double[] out) {
        double ux = p[r + 3];
        double uy = p[r + 4];
        double uz = p[r + 5];
        double slope = p[r + 8];
        double widening = 1 + slope * slope;
        double s0 = ox * ux + oy * uy + oz * uz;
        double w0 = p[r + 7] + slope * s0;
        double constant = ox * ox + oy * oy + oz * oz - s0 * s0 - w0 * w0;
        for (int c = 0; c < count; c++) {
            double d = dx[c] * ux + dy[c] * uy + dz[c] * uz;
            double a = 1 - widening * d * d;
            double b = ox * dx[c] + oy * dy[c] + oz * dz[c] - s0 * d - slope * d * w0;
            double square = b * b - a * constant;
            double t = (-b - Math.sqrt(square)) / a;
            out[c] = t;
            leading[c] = a;
            root[c] = square;
            along[c] = s0 + t * d;
        }
        double length = p[r + 6];
        for (int c = 0; c < count; c++) {
            if (root[c] <= 0 && leading[c] > 0) {
                out[c] = Double.POSITIVE_INFINITY;
            } else if (!(Math.abs(leading[c]) > 1e-12
                    && out[c] > 0
                    && along[c] >= 0
                    && along[c] <= length)) {
                // Not through the mantle: an end, if any.
                out[c] = Hits.stem(p, r, ox, oy, oz, dx[c], dy[c], dz[c]);
            }
        }
    }

    private void box(double[] p, int r, double ox, double oy, double oz, int count, double[] out) {
        double cos = p[r + 6];
        double sin = p[r + 7];
        double hx = p[r + 3];
        double hy = p[r + 4];
        double hz = p[r + 5];
        double px = cos * ox + sin * oy;
        double py = cos * oy - sin * ox;
        for (int c = 0; c < count; c++) {
            double ix = 1 / (cos * dx[c] + sin * dy[c]);
            double iy = 1 / (cos * dy[c] - sin * dx[c]);
            double iz = 1 / dz[c];
            double cx = -px * ix;
            double cy = -py * iy;
            double cz = -oz * iz;
            double ex = hx * Math.abs(ix);
            double ey = hy * Math.abs(iy);
            double ez = hz * Math.abs(iz);
            out[c] = Math.max(cx - ex, Math.max(cy - ey, cz - ez));
            exitM[c] = Math.min(cx + ex, Math.min(cy + ey, cz + ez));
        }
        for (int c = 0; c < count; c++) {
            if (!(out[c] < exitM[c])) {
                out[c] = Double.POSITIVE_INFINITY;
            }
        }
    }

    /** Where the discriminant is negative its root is NaN, and so is the entry. */
    private void ellipsoid(
            double[] p, int r, double ox, double oy, double oz, int count, double[] out) {
        double cos = p[r + 6];
        double sin = p[r + 7];
        double ix = p[r + 8];
        double iy = p[r + 9];
        double iz = p[r + 10];
        double bx = (cos * ox + sin * oy) * ix;
        double by = (cos * oy - sin * ox) * iy;
        double bz = oz * iz;
        double outside = bx * bx + by * by + bz * bz - 1;
        for (int c = 0; c < count; c++) {
            double ax = (cos * dx[c] + sin * dy[c]) * ix;
            double ay = (cos * dy[c] - sin * dx[c]) * iy;
            double az = dz[c] * iz;
            double a = ax * ax + ay * ay + az * az;
            double b = ax * bx + ay * by + az * bz;
            out[c] = (-b - Math.sqrt(b * b - a * outside)) / a;
        }
    }
}
