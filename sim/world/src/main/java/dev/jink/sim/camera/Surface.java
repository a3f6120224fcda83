package dev.jink.sim.camera;

/** The surface at a hit: outward normal and texture coordinates in metres. Reused. */
final class Surface {
    float nx;
    float ny;
    float nz;
    float u;
    float v;

    /** Fills this for the point (x, y, z) on solid i. */
    void of(Geometry g, int i, double x, double y, double z) {
        double[] p = g.rows();
        int r = i * Geometry.ROW;
        x -= p[r];
        y -= p[r + 1];
        z -= p[r + 2];
        switch (g.kind(i)) {
            case Geometry.STEM, Geometry.ROD -> round(g, i, p, r, x, y, z);
            default -> {
                double cos = p[r + 6];
                double sin = p[r + 7];
                float lx = (float) (cos * x + sin * y);
                float ly = (float) (cos * y - sin * x);
                if (g.kind(i) == Geometry.BOX) {
                    box(p, r, lx, ly, (float) z);
                } else {
                    ellipsoid(p, r, lx, ly, (float) z);
                }
                float turned = (float) (cos * nx - sin * ny);
                ny = (float) (sin * nx + cos * ny);
                nx = turned;
            }
        }
    }

    private void round(Geometry g, int i, double[] p, int r, double x, double y, double z) {
        double length = p[r + 6];
        double s = x * p[r + 3] + y * p[r + 4] + z * p[r + 5];
        float across = (float) (x * p[r + 10] + y * p[r + 11] + z * p[r + 12]);
        float over = (float) (x * p[r + 13] + y * p[r + 14] + z * p[r + 15]);
        boolean stem = g.kind(i) == Geometry.STEM;
        if (stem && (s < 1e-6 * length || s > length * (1 - 1e-6))) {
            float side = s > length / 2 ? 1 : -1;
            nx = side * (float) p[r + 3];
            ny = side * (float) p[r + 4];
            nz = side * (float) p[r + 5];
            u = across;
            v = over;
            return;
        }
        float radial = (float) Math.sqrt(across * across + over * over) + 1e-9f;
        float a = across / radial;
        float o = over / radial;
        // A mantle that narrows leans its normal towards the tip; a rod's end is a ball.
        double lean = stem ? -p[r + 8] : (s < 0 ? s : s > length ? s - length : 0) / radial;
        double norm = 1 / Math.sqrt(1 + lean * lean);
        nx = (float) ((a * p[r + 10] + o * p[r + 13] + lean * p[r + 3]) * norm);
        ny = (float) ((a * p[r + 11] + o * p[r + 14] + lean * p[r + 4]) * norm);
        nz = (float) ((a * p[r + 12] + o * p[r + 15] + lean * p[r + 5]) * norm);
        u = angle(over, across) * (float) p[r + 7];
        v = (float) s;
    }

    private void box(double[] p, int r, float lx, float ly, float lz) {
        float qx = Math.abs(lx) / (float) p[r + 3];
        float qy = Math.abs(ly) / (float) p[r + 4];
        float qz = Math.abs(lz) / (float) p[r + 5];
        nx = 0;
        ny = 0;
        nz = 0;
        // v runs up from the box's foot, so that doors and skirting boards stand on the floor.
        v = lz + (float) p[r + 5];
        if (qx >= qy && qx >= qz) {
            nx = Math.signum(lx);
            u = ly;
        } else if (qy >= qz) {
            ny = Math.signum(ly);
            u = lx;
        } else {
            nz = Math.signum(lz);
            u = lx;
            v = ly;
        }
    }

    private void ellipsoid(double[] p, int r, float lx, float ly, float lz) {
        float hx = (float) p[r + 3];
        float hy = (float) p[r + 4];
        float hz = (float) p[r + 5];
        nx = lx / (hx * hx);
        ny = ly / (hy * hy);
        nz = lz / (hz * hz);
        float norm = 1 / (float) Math.sqrt(nx * nx + ny * ny + nz * nz);
        nx *= norm;
        ny *= norm;
        nz *= norm;
        u = angle(ly, lx) * Math.max(hx, hy);
        v = lz;
    }

    /** atan2 to within 2e-4 rad: textures need no more. */
    static float angle(float y, float x) {
        return turned(octant(y, x), y, x);
    }

    /** The angle folded into 0 to 45°: an odd polynomial. */
    static float octant(float y, float x) {
        float ax = Math.abs(x);
        float ay = Math.abs(y);
        float a = Math.min(ax, ay) / (Math.max(ax, ay) + 1e-20f);
        float s = a * a;
        return ((-0.0464964749f * s + 0.15931422f) * s - 0.327622764f) * s * a + a;
    }

    /** Unfolds the angle of the octant. */
    static float turned(float octant, float y, float x) {
        float r = Math.abs(y) > Math.abs(x) ? 1.5707964f - octant : octant;
        if (x < 0) {
            r = 3.1415927f - r;
        }
        return y < 0 ? -r : r;
    }
}
