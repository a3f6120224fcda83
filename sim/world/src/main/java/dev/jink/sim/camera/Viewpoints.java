package dev.jink.sim.camera;

import dev.jink.sim.scene.Dice;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Shape;

import java.util.List;

/**
 * Picks free places and views in a scene as a flying drone or a carried camera might have them:
 * 0.35 to 4 m high, pitch 30° up to 35° down (half of them about level), roll within ±25°, and
 * about half of them before an obstacle nearer than 3 m.
 */
public final class Viewpoints {
    private static final double CLEARANCE_M = 0.3;
    private static final int TRIES = 200;

    private final Scene scene;
    private final Dice dice;
    private final List<Primitive> obstacles;

    public Viewpoints(Scene scene, long seed) {
        this.scene = scene;
        dice = new Dice(seed);
        obstacles = scene.primitives().stream().filter(Primitive::obstacle).toList();
    }

    /** The next view; null when no free place was found, as in an overfull room. */
    public Pose next() {
        boolean close = !obstacles.isEmpty() && dice.chance(0.5);
        for (int i = 0; i < TRIES; i++) {
            Pose pose = close && i < TRIES / 2 ? before() : anywhere();
            if (pose != null && free(pose)) {
                return pose;
            }
        }
        return null;
    }

    private boolean free(Pose p) {
        Region r = scene.region();
        return p.x() > r.minX()
                && p.x() < r.maxX()
                && p.y() > r.minY()
                && p.y() < r.maxY()
                && p.z() > 0.3
                && p.z() < scene.ceilingM() - 0.3
                && scene.distance(p.x(), p.y(), p.z()) > CLEARANCE_M;
    }

    private Pose anywhere() {
        Region r = scene.region();
        double yaw =
                switch (scene.kind()) {
                    case CORRIDOR, STREET ->
                            dice.chance(0.75)
                                    ? (dice.chance(0.7) ? 0 : Math.PI) + dice.gaussian(0.25, 0.8)
                                    : dice.uniform(-Math.PI, Math.PI);
                    default -> dice.uniform(-Math.PI, Math.PI);
                };
        if (scene.kind() == SceneKind.WALLS && dice.chance(0.6)) {
            yaw = dice.gaussian(0.4, 1);
        }
        return view(
                dice.uniform(r.minX(), r.maxX()), dice.uniform(r.minY(), r.maxY()), height(), yaw);
    }

    /** A place 0.4 to 3 m before some obstacle, looking about at it. */
    private Pose before() {
        Shape target = obstacles.get(dice.integer(obstacles.size())).shape();
        double yaw = dice.uniform(-Math.PI, Math.PI);
        double gap = dice.logUniform(0.35, 3);
        double z = height();
        double towardX = Math.cos(yaw);
        double towardY = Math.sin(yaw);
        double x = target.centreX();
        double y = target.centreY();
        // Walk backwards out of the target until the wanted gap to it is there.
        for (int step = 0; step < 12; step++) {
            double missing = gap - target.distance(x, y, z);
            if (missing < 0.05) {
                break;
            }
            x -= towardX * missing;
            y -= towardY * missing;
        }
        return view(x, y, z, yaw + dice.gaussian(0.25, 0.7));
    }

    private double height() {
        double top = Math.min(4, scene.ceilingM() - 0.35);
        return dice.chance(0.7) ? dice.uniform(0.35, Math.min(2.2, top)) : dice.uniform(0.35, top);
    }

    private Pose view(double x, double y, double z, double yaw) {
        double degree = Math.PI / 180;
        double pitch =
                dice.chance(0.5)
                        ? dice.gaussian(6 * degree, 20 * degree)
                        : dice.uniform(-30, 35) * degree;
        double roll =
                dice.chance(0.75)
                        ? dice.gaussian(4 * degree, 15 * degree)
                        : dice.uniform(-25, 25) * degree;
        return Pose.of(x, y, z, yaw, pitch, roll);
    }
}
