package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that walks to and fro between two places, at an even speed: a person, a post. World
 * frame ENU, metres, seconds.
 *
 * @param parts as they stand at (fromX, fromY)
 * @param speed m/s, above 0
 * @param startM way already walked when time begins
 */
public record Mover(
        List<Primitive> parts,
        double fromX,
        double fromY,
        double toX,
        double toY,
        double speed,
        double startM) {

    public Mover {
        parts = List.copyOf(parts);
        if (!(speed > 0) || !(Math.hypot(toX - fromX, toY - fromY) > 0)) {
            throw new IllegalArgumentException(
                    "mover: speed is "
                            + speed
                            + " m/s over "
                            + Math.hypot(toX - fromX, toY - fromY)
                            + " m; wanted both above 0");
        }
    }

    /** The share of the way from the first place to the second where it is. */
    private double share(double seconds) {
        double lengthM = Math.hypot(toX - fromX, toY - fromY);
        double lap = (startM + speed * seconds) / lengthM % 2;
        return lap <= 1 ? lap : 2 - lap;
    }

    /** How far it is from (fromX, fromY), along x. */
    public double offsetX(double seconds) {
        return share(seconds) * (toX - fromX);
    }

    /** How far it is from (fromX, fromY), along y. */
    public double offsetY(double seconds) {
        return share(seconds) * (toY - fromY);
    }

    /** Distance in metres from a point to its surface, negative inside. */
    public double distance(double x, double y, double z, double seconds) {
        double px = x - offsetX(seconds);
        double py = y - offsetY(seconds);
        double best = Double.POSITIVE_INFINITY;
        for (Primitive part : parts) {
            best = Math.min(best, part.shape().distance(px, py, z));
        }
        return best;
    }

    /** Its parts where they are at a moment. */
    public List<Primitive> at(double seconds) {
        double dx = offsetX(seconds);
        double dy = offsetY(seconds);
        List<Primitive> moved = new ArrayList<>(parts.size());
        for (Primitive part : parts) {
            moved.add(
                    new Primitive(shifted(part.shape(), dx, dy), part.material(), part.obstacle()));
        }
        return moved;
    }

    private static Shape shifted(Shape shape, double dx, double dy) {
        return switch (shape) {
            case Box b ->
                    new Box(
                            b.centreX() + dx,
                            b.centreY() + dy,
                            b.centreZ(),
                            b.halfX(),
                            b.halfY(),
                            b.halfZ(),
                            b.cosYaw(),
                            b.sinYaw());
            case Ellipsoid e ->
                    new Ellipsoid(
                            e.centreX() + dx,
                            e.centreY() + dy,
                            e.centreZ(),
                            e.halfX(),
                            e.halfY(),
                            e.halfZ(),
                            e.cosYaw(),
                            e.sinYaw());
            case Frustum f ->
                    new Frustum(
                            f.x() + dx,
                            f.y() + dy,
                            f.z(),
                            f.ux(),
                            f.uy(),
                            f.uz(),
                            f.lengthM(),
                            f.baseRadiusM(),
                            f.tipRadiusM());
            case Capsule c ->
                    new Capsule(
                            c.x() + dx,
                            c.y() + dy,
                            c.z(),
                            c.ux(),
                            c.uy(),
                            c.uz(),
                            c.lengthM(),
                            c.radiusM());
        };
    }
}
