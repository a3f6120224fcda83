package dev.jink.sim.camera;

/**
 * Ray against solid. Rays start at (ox, oy, oz) and run along the unit vector (dx, dy, dz); answers
 * are metres along the ray to where it enters, or +infinity. A ray that starts inside misses.
 */
final class Hits {
    private static final double NONE = Double.POSITIVE_INFINITY;

    private Hits() {}

    static double at(
            Geometry g, int i, double ox, double oy, double oz, double dx, double dy, double dz) {
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        ox -= p[r];
        oy -= p[r + 1];
        oz -= p[r + 2];
        return switch (g.kind(i)) {
            case Geometry.STEM -> stem(p, r, ox, oy, oz, dx, dy, dz);
            case Geometry.ROD -> rod(p, r, ox, oy, oz, dx, dy, dz);
            case Geometry.BOX -> box(p, r, ox, oy, oz, dx, dy, dz);
            default -> ellipsoid(p, r, ox, oy, oz, dx, dy, dz);
        };
    }

    /**
     * The mantle is where |p|² - s² = (r + k s)², s along the axis. With s = s0 + t d this is
     * A t² + 2 B t + C = 0, where A = 1 - (1+k²) d², B = o·v - s0 d - k d w0,
     * C = o·o - s0² - w0², w0 = r + k s0.
     */
    static double stem(
            double[] p, int r, double ox, double oy, double oz, double dx, double dy, double dz) {
        double ux = p[r + 3];
        double uy = p[r + 4];
        double uz = p[r + 5];
        double length = p[r + 6];
        double slope = p[r + 8];
        double d = dx * ux + dy * uy + dz * uz;
        double s0 = ox * ux + oy * uy + oz * uz;
        double along = ox * dx + oy * dy + oz * dz;
        double w0 = p[r + 7] + slope * s0;
        double a = 1 - (1 + slope * slope) * d * d;
        double b = along - s0 * d - slope * d * w0;
        double c = ox * ox + oy * oy + oz * oz - s0 * s0 - w0 * w0;
        double root = b * b - a * c;
        if (root <= 0 && a > 0) {
            return NONE;
        }
        if (Math.abs(a) > 1e-12) {
            // For a < 0 the ray is steeper than the mantle, and this root is still the entry.
            double t = (-b - Math.sqrt(root)) / a;
            double s = s0 + t * d;
            if (t > 0 && s >= 0 && s <= length) {
                return t;
            }
        }
        return flatEnd(p, r, d, s0, along, ox, oy, oz);
    }

    private static double flatEnd(
            double[] p, int r, double d, double s0, double along, double ox, double oy, double oz) {
        if (d == 0) {
            return NONE;
        }
        boolean base = d > 0;
        double end = base ? 0 : p[r + 6];
        double radius = base ? p[r + 7] : p[r + 9];
        double t = (end - s0) / d;
        if (t <= 0) {
            return NONE;
        }
        // |o + t v|² = o·o + 2 t o·v + t²; less the part along the axis.
        double square = ox * ox + oy * oy + oz * oz + 2 * t * along + t * t - end * end;
        return square < radius * radius ? t : NONE;
    }

    static double rod(
            double[] p, int r, double ox, double oy, double oz, double dx, double dy, double dz) {
        double d = dx * p[r + 3] + dy * p[r + 4] + dz * p[r + 5];
        double s0 = ox * p[r + 3] + oy * p[r + 4] + oz * p[r + 5];
        double along = ox * dx + oy * dy + oz * dz;
        double square = ox * ox + oy * oy + oz * oz;
        double radius2 = p[r + 7] * p[r + 7];
        double a = 1 - d * d;
        double b = along - s0 * d;
        double root = b * b - a * (square - s0 * s0 - radius2);
        if (root < 0) {
            return NONE;
        }
        double t = a > 1e-12 ? (-b - Math.sqrt(root)) / a : 0;
        double s = s0 + t * d;
        double length = p[r + 6];
        if (a > 1e-12 && s >= 0 && s <= length) {
            return t > 0 ? t : NONE;
        }
        double end = a > 1e-12 ? (s < 0 ? 0 : length) : (d > 0 ? 0 : length);
        double half = along - end * d;
        double ball = half * half - (square - 2 * end * s0 + end * end - radius2);
        if (ball < 0) {
            return NONE;
        }
        t = -half - Math.sqrt(ball);
        return t > 0 ? t : NONE;
    }

    private static double box(
            double[] p, int r, double ox, double oy, double oz, double dx, double dy, double dz) {
        double cos = p[r + 6];
        double sin = p[r + 7];
        double lx = cos * dx + sin * dy;
        double ly = cos * dy - sin * dx;
        double px = cos * ox + sin * oy;
        double py = cos * oy - sin * ox;
        double ix = 1 / lx;
        double iy = 1 / ly;
        double iz = 1 / dz;
        double cx = -px * ix;
        double cy = -py * iy;
        double cz = -oz * iz;
        double hx = p[r + 3] * Math.abs(ix);
        double hy = p[r + 4] * Math.abs(iy);
        double hz = p[r + 5] * Math.abs(iz);
        double near = Math.max(cx - hx, Math.max(cy - hy, cz - hz));
        double far = Math.min(cx + hx, Math.min(cy + hy, cz + hz));
        return near < far && near > 0 ? near : NONE;
    }

    private static double ellipsoid(
            double[] p, int r, double ox, double oy, double oz, double dx, double dy, double dz) {
        double cos = p[r + 6];
        double sin = p[r + 7];
        double ax = (cos * dx + sin * dy) * p[r + 8];
        double ay = (cos * dy - sin * dx) * p[r + 9];
        double az = dz * p[r + 10];
        double bx = (cos * ox + sin * oy) * p[r + 8];
        double by = (cos * oy - sin * ox) * p[r + 9];
        double bz = oz * p[r + 10];
        double a = ax * ax + ay * ay + az * az;
        double b = ax * bx + ay * by + az * bz;
        double root = b * b - a * (bx * bx + by * by + bz * bz - 1);
        if (root < 0) {
            return NONE;
        }
        double t = (-b - Math.sqrt(root)) / a;
        return t > 0 ? t : NONE;
    }
}
