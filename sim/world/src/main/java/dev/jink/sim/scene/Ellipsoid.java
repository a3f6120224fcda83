package dev.jink.sim.scene;

/** An ellipsoid turned about the vertical; half axes in metres. */
public record Ellipsoid(
        double centreX,
        double centreY,
        double centreZ,
        double halfX,
        double halfY,
        double halfZ,
        double cosYaw,
        double sinYaw)
        implements Shape {

    public static Ellipsoid of(
            double x, double y, double z, double halfX, double halfY, double halfZ, double yawRad) {
        return new Ellipsoid(x, y, z, halfX, halfY, halfZ, Math.cos(yawRad), Math.sin(yawRad));
    }

    /**
     * First-order distance k0(k0-1)/k1 with k0 = |p/h| and k1 = |p/h²| (Quilez): exact for a
     * sphere, within a few per cent of the range near the surface otherwise.
     */
    @Override
    public double distance(double x, double y, double z) {
        double dx = x - centreX;
        double dy = y - centreY;
        double px = (cosYaw * dx + sinYaw * dy) / halfX;
        double py = (cosYaw * dy - sinYaw * dx) / halfY;
        double pz = (z - centreZ) / halfZ;
        double k0 = Math.sqrt(px * px + py * py + pz * pz);
        double qx = px / halfX;
        double qy = py / halfY;
        double qz = pz / halfZ;
        double k1 = Math.sqrt(qx * qx + qy * qy + qz * qz);
        return k1 == 0 ? -Math.min(halfX, Math.min(halfY, halfZ)) : k0 * (k0 - 1) / k1;
    }

    @Override
    public double boundM() {
        return Math.max(halfX, Math.max(halfY, halfZ));
    }

    @Override
    public double topM() {
        return centreZ + halfZ;
    }
}
