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
 * 0.12 to 4 m high, pitch 30° up to 35° down (half of them about level), roll within ±25°, about
 * half of them before an obstacle nearer than 3 m; one in twelve looks down at a thing from close
 * above, as over a table, up to 60° down.
 */
public final class Viewpoints {
    private static final double CLEARANCE_M = 0.15;

    /** Of the views before an obstacle, those from above it. */
    private static final double ABOVE_SHARE = 0.15;

    /** Of all heights, those of a drone that lands or a camera on a table or a small robot. */
    private static final double LOW_SHARE = 0.2;

    private static final double MOST_HEIGHT_M = 4;
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
        boolean above = close && dice.chance(ABOVE_SHARE);
        for (int i = 0; i < TRIES; i++) {
            Pose pose =
                    above && i < TRIES / 4
                            ? above()
                            : close && i < TRIES / 2 ? before() : anywhere();
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
                && p.z() > 0.1
                && p.z() <= MOST_HEIGHT_M
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

    /** A place 0.2 to 3 m before some obstacle, looking about at it. */
    private Pose before() {
        Shape target = obstacles.get(dice.integer(obstacles.size())).shape();
        double yaw = dice.uniform(-Math.PI, Math.PI);
        double gap = dice.logUniform(0.2, 3);
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

    /** A place 0.2 to 1.2 m above some obstacle and a little aside, looking down at it. */
    private Pose above() {
        Shape target = obstacles.get(dice.integer(obstacles.size())).shape();
        double yaw = dice.uniform(-Math.PI, Math.PI);
        double gap = dice.logUniform(0.2, 1.2);
        double aside = dice.uniform(0, 1.2) * gap;
        double x = target.centreX() - Math.cos(yaw) * aside;
        double y = target.centreY() - Math.sin(yaw) * aside;
        double z = target.centreZ();
        for (int step = 0; step < 12; step++) {
            double missing = gap - target.distance(x, y, z);
            if (missing < 0.02) {
                break;
            }
            z += missing;
        }
        double pitch = dice.uniform(10, 60) * Math.PI / 180;
        return Pose.of(x, y, z, yaw + dice.gaussian(0.4, 1), pitch, roll());
    }

    private double height() {
        double top = Math.min(MOST_HEIGHT_M, scene.ceilingM() - 0.35);
        if (dice.chance(LOW_SHARE)) {
            return dice.logUniform(0.12, 0.6);
        }
        return dice.chance(0.7) ? dice.uniform(0.35, Math.min(2.2, top)) : dice.uniform(0.35, top);
    }

    private Pose view(double x, double y, double z, double yaw) {
        double degree = Math.PI / 180;
        double pitch =
                dice.chance(0.5)
                        ? dice.gaussian(6 * degree, 20 * degree)
                        : dice.uniform(-30, 35) * degree;
        return Pose.of(x, y, z, yaw, pitch, roll());
    }

    private double roll() {
        double degree = Math.PI / 180;
        return dice.chance(0.75)
                ? dice.gaussian(4 * degree, 15 * degree)
                : dice.uniform(-25, 25) * degree;
    }
}
