package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/** A scene being built: the things so far and the dice. */
final class Draft {
    final Dice dice;
    final Paints paints;
    private final List<Primitive> things = new ArrayList<>();

    Draft(long seed) {
        dice = new Dice(seed);
        paints = new Paints(dice);
    }

    void add(Shape shape, Material material) {
        things.add(new Primitive(shape, material, true));
    }

    /** What is drawn and throws a shadow but is no obstacle. */
    void addFlat(Shape shape, Material material) {
        things.add(new Primitive(shape, material, false));
    }

    void box(
            double x,
            double y,
            double z,
            double halfX,
            double halfY,
            double halfZ,
            double yawRad,
            Material material) {
        add(Box.of(x, y, z, halfX, halfY, halfZ, yawRad), material);
    }

    void ellipsoid(
            double x,
            double y,
            double z,
            double halfX,
            double halfY,
            double halfZ,
            double yawRad,
            Material material) {
        add(Ellipsoid.of(x, y, z, halfX, halfY, halfZ, yawRad), material);
    }

    void stem(
            double x,
            double y,
            double z,
            double x2,
            double y2,
            double z2,
            double radius,
            double tipRadius,
            Material material) {
        add(Frustum.between(x, y, z, x2, y2, z2, radius, tipRadius), material);
    }

    void post(double x, double y, double z, double height, double radius, Material material) {
        stem(x, y, z, x, y, z + height, radius, radius, material);
    }

    void rod(
            double x,
            double y,
            double z,
            double x2,
            double y2,
            double z2,
            double radius,
            Material material) {
        add(Capsule.between(x, y, z, x2, y2, z2, radius), material);
    }

    List<Primitive> things() {
        return things;
    }

    Scene outdoors(SceneKind kind, Material ground, Region region) {
        return new Scene(kind, things, ground, null, 0, Light.outdoors(dice), region);
    }

    Scene indoors(
            SceneKind kind,
            Material floor,
            Material ceiling,
            double ceilingM,
            List<Lamp> lamps,
            Region region) {
        Light light = Light.indoors(dice, lamps);
        return new Scene(kind, things, floor, ceiling, ceilingM, light, region);
    }
}
