package dev.jink.sim.scene;

/**
 * An upright box turned about the vertical.
 *
 * @param halfX half length along its own x, which points along (cos, sin) of its yaw
 */
public record Box(
        double centreX,
        double centreY,
        double centreZ,
        double halfX,
        double halfY,
        double halfZ,
        double cosYaw,
        double sinYaw)
        implements Shape {

    public static Box of(
            double x, double y, double z, double halfX, double halfY, double halfZ, double yawRad) {
        return new Box(x, y, z, halfX, halfY, halfZ, Math.cos(yawRad), Math.sin(yawRad));
    }

    @Override
    public double distance(double x, double y, double z) {
        double dx = x - centreX;
        double dy = y - centreY;
        double qx = Math.abs(cosYaw * dx + sinYaw * dy) - halfX;
        double qy = Math.abs(cosYaw * dy - sinYaw * dx) - halfY;
        double qz = Math.abs(z - centreZ) - halfZ;
        double ox = Math.max(qx, 0);
        double oy = Math.max(qy, 0);
        double oz = Math.max(qz, 0);
        double inside = Math.min(Math.max(qx, Math.max(qy, qz)), 0);
        return Math.sqrt(ox * ox + oy * oy + oz * oz) + inside;
    }

    @Override
    public double boundM() {
        return Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ);
    }

    @Override
    public double topM() {
        return centreZ + halfZ;
    }
}
