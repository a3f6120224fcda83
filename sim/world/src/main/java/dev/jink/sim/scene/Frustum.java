package dev.jink.sim.scene;

/**
 * A straight round stem that may taper: a cone frustum with flat ends, from base (x, y, z) along
 * the unit axis (ux, uy, uz).
 */
public record Frustum(
        double x,
        double y,
        double z,
        double ux,
        double uy,
        double uz,
        double lengthM,
        double baseRadiusM,
        double tipRadiusM)
        implements Shape {

    public static Frustum between(
            double x,
            double y,
            double z,
            double x2,
            double y2,
            double z2,
            double baseRadiusM,
            double tipRadiusM) {
        double dx = x2 - x;
        double dy = y2 - y;
        double dz = z2 - z;
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return new Frustum(
                x, y, z, dx / length, dy / length, dz / length, length, baseRadiusM, tipRadiusM);
    }

    /** Exact: the frustum is a body of revolution, so this is a trapezoid in (radial, axial). */
    @Override
    public double distance(double px, double py, double pz) {
        double dx = px - x;
        double dy = py - y;
        double dz = pz - z;
        double along = dx * ux + dy * uy + dz * uz;
        double rho = Math.sqrt(Math.max(0, dx * dx + dy * dy + dz * dz - along * along));
        double endRadius = along < lengthM / 2 ? baseRadiusM : tipRadiusM;
        double capRadial = Math.max(0, rho - endRadius);
        double capAxial = Math.abs(along - lengthM / 2) - lengthM / 2;
        double sideRadial = tipRadiusM - baseRadiusM;
        double t =
                ((rho - baseRadiusM) * sideRadial + along * lengthM)
                        / (sideRadial * sideRadial + lengthM * lengthM);
        t = Math.clamp(t, 0, 1);
        double wallRadial = rho - baseRadiusM - t * sideRadial;
        double wallAxial = along - t * lengthM;
        double cap = capRadial * capRadial + capAxial * capAxial;
        double wall = wallRadial * wallRadial + wallAxial * wallAxial;
        boolean inside = wallRadial < 0 && capAxial < 0;
        return (inside ? -1 : 1) * Math.sqrt(Math.min(cap, wall));
    }

    @Override
    public double centreX() {
        return x + ux * lengthM / 2;
    }

    @Override
    public double centreY() {
        return y + uy * lengthM / 2;
    }

    @Override
    public double centreZ() {
        return z + uz * lengthM / 2;
    }

    @Override
    public double boundM() {
        return lengthM / 2 + Math.max(baseRadiusM, tipRadiusM);
    }

    @Override
    public double topM() {
        return Math.max(z, z + uz * lengthM) + Math.max(baseRadiusM, tipRadiusM);
    }
}
