package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * An immutable world: solids over level ground at z = 0, perhaps under a ceiling, in some light.
 * World frame is ENU, metres. Safe for any number of threads.
 */
public final class Scene {
    private final SceneKind kind;
    private final List<Primitive> primitives;
    private final Material ground;
    private final Material ceiling;
    private final double ceilingM;
    private final Light light;
    private final Region region;
    // Broad phase of distance(): bounding spheres of the obstacles, [x y z radius].
    private final double[] bounds;
    private final Shape[] obstacles;

    /**
     * @param ceiling null when there is none
     * @param ceilingM height of the ceiling; ignored without one
     * @param region where a drone may be
     */
    public Scene(
            SceneKind kind,
            List<Primitive> primitives,
            Material ground,
            Material ceiling,
            double ceilingM,
            Light light,
            Region region) {
        this.kind = kind;
        this.primitives = List.copyOf(primitives);
        this.ground = ground;
        this.ceiling = ceiling;
        this.ceilingM = ceiling == null ? Double.POSITIVE_INFINITY : ceilingM;
        this.light = light;
        this.region = region;
        obstacles =
                primitives.stream()
                        .filter(Primitive::obstacle)
                        .map(Primitive::shape)
                        .toArray(Shape[]::new);
        bounds = new double[obstacles.length * 4];
        for (int i = 0; i < obstacles.length; i++) {
            bounds[4 * i] = obstacles[i].centreX();
            bounds[4 * i + 1] = obstacles[i].centreY();
            bounds[4 * i + 2] = obstacles[i].centreZ();
            bounds[4 * i + 3] = obstacles[i].boundM();
        }
    }

    /**
     * Distance in metres from a point to the nearest obstacle, negative inside one, +infinity in an
     * empty scene. Ground and ceiling are not obstacles here; see {@link #ceilingM}.
     */
    public double distance(double x, double y, double z) {
        double best = Double.POSITIVE_INFINITY;
        for (int i = 0; i < obstacles.length; i++) {
            double dx = x - bounds[4 * i];
            double dy = y - bounds[4 * i + 1];
            double dz = z - bounds[4 * i + 2];
            double reach = best + bounds[4 * i + 3];
            if (reach > 0 && dx * dx + dy * dy + dz * dz < reach * reach) {
                best = Math.min(best, obstacles[i].distance(x, y, z));
            }
        }
        return best;
    }

    /** This scene with other things in it besides. */
    public Scene with(List<Primitive> more) {
        List<Primitive> all = new ArrayList<>(primitives);
        all.addAll(more);
        return new Scene(kind, all, ground, ceiling, ceilingM, light, region);
    }

    public SceneKind kind() {
        return kind;
    }

    public List<Primitive> primitives() {
        return primitives;
    }

    public Material ground() {
        return ground;
    }

    public boolean indoors() {
        return ceiling != null;
    }

    /** Null outdoors. */
    public Material ceiling() {
        return ceiling;
    }

    /** Height of the ceiling, +infinity outdoors. */
    public double ceilingM() {
        return ceilingM;
    }

    public Light light() {
        return light;
    }

    public Region region() {
        return region;
    }
}
