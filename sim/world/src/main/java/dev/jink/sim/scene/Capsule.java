package dev.jink.sim.scene;

/** A round rod with hemispherical ends, from (x, y, z) along the unit axis (ux, uy, uz). */
public record Capsule(
        double x,
        double y,
        double z,
        double ux,
        double uy,
        double uz,
        double lengthM,
        double radiusM)
        implements Shape {

    public static Capsule between(
            double x, double y, double z, double x2, double y2, double z2, double radiusM) {
        double dx = x2 - x;
        double dy = y2 - y;
        double dz = z2 - z;
        double length = Math.sqrt(dx * dx + dy * dy + dz * dz);
        return new Capsule(x, y, z, dx / length, dy / length, dz / length, length, radiusM);
    }

    @Override
    public double distance(double px, double py, double pz) {
        double dx = px - x;
        double dy = py - y;
        double dz = pz - z;
        double along = Math.clamp(dx * ux + dy * uy + dz * uz, 0, lengthM);
        dx -= along * ux;
        dy -= along * uy;
        dz -= along * uz;
        return Math.sqrt(dx * dx + dy * dy + dz * dz) - radiusM;
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
        return lengthM / 2 + radiusM;
    }

    @Override
    public double topM() {
        return Math.max(z, z + uz * lengthM) + radiusM;
    }
}
