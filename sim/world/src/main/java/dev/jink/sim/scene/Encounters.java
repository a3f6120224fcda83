package dev.jink.sim.scene;

import java.util.List;

/**
 * Puts something into a camera's way that the scene doesn't have there by itself: people above all,
 * saplings, trunks that lie at a slant, thin posts, low branches, furniture.
 *
 * <p>The builders of scenes keep their ways free, so pictures drawn from them teach that a corridor
 * is empty and a wood is made of trunks. A network that only knows where things usually stand looks
 * through a person who steps out of a door.
 */
public final class Encounters {
    private static final double NEAREST_M = 0.4;
    private static final double FURTHEST_M = 4;
    private static final double CLEARANCE_M = 0.2;
    private static final double STEP_M = 0.2;
    private static final int TRIES = 12;

    private static final double COMPANION_SHARE = 0.25;

    private Encounters() {}

    /**
     * The scene with one thing more, 0.4 to 4 m from the camera, within 45° of where it heads, in
     * plain sight; the scene itself where there is no room for one. The same seed gives the same.
     *
     * @param x of the camera, m, as {@code y} and {@code z}
     * @param yawRad where the camera heads
     */
    public static Scene meet(Scene scene, double x, double y, double z, double yawRad, long seed) {
        Dice dice = new Dice(seed);
        for (int i = 0; i < TRIES; i++) {
            double range = dice.logUniform(NEAREST_M, FURTHEST_M);
            double bearing = yawRad + dice.gaussian(Math.PI / 9, Math.PI / 4);
            Draft draft = new Draft(dice.seed());
            double thingX = x + range * Math.cos(bearing);
            double thingY = y + range * Math.sin(bearing);
            if (inSight(scene, x, y, z, bearing, range)) {
                put(draft, thingX, thingY, bearing);
                if (clear(draft.things(), x, y, z)) {
                    return scene.with(draft.things());
                }
            }
        }
        return scene;
    }

    private static boolean inSight(
            Scene scene, double x, double y, double z, double bearing, double range) {
        for (double r = 0; r < range; r += STEP_M) {
            double there = scene.distance(x + r * Math.cos(bearing), y + r * Math.sin(bearing), z);
            if (there <= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean clear(List<Primitive> things, double x, double y, double z) {
        return things.stream().allMatch(t -> t.shape().distance(x, y, z) > CLEARANCE_M);
    }

    private static void put(Draft draft, double x, double y, double bearing) {
        Dice dice = draft.dice;
        double kind = dice.uniform(0, 1);
        if (kind < 0.45) {
            people(draft, x, y);
        } else if (kind < 0.57) {
            new Plants(draft).sapling(x, y, draft.paints.bark(), draft.paints.leaves());
        } else if (kind < 0.7) {
            slantingTrunk(draft, x, y, bearing);
        } else if (kind < 0.78) {
            double radius = dice.logUniform(0.012, 0.08);
            draft.post(x, y, 0, dice.uniform(1, 3.5), radius, draft.paints.metal());
        } else if (kind < 0.84) {
            lowBranch(draft, x, y, bearing);
        } else {
            new Furniture(draft).any(x, y, dice.uniform(0, 2 * Math.PI));
        }
    }

    private static void people(Draft draft, double x, double y) {
        Dice dice = draft.dice;
        Traffic traffic = new Traffic(draft);
        traffic.person(x, y, dice.uniform(0, 2 * Math.PI));
        if (dice.chance(COMPANION_SHARE)) {
            double aside = dice.uniform(0, 2 * Math.PI);
            double gap = dice.uniform(0.6, 1.5);
            traffic.person(
                    x + gap * Math.cos(aside),
                    y + gap * Math.sin(aside),
                    dice.uniform(0, 2 * Math.PI));
        }
    }

    /** A fallen trunk across the way, one end on the ground, the other caught higher up. */
    private static void slantingTrunk(Draft draft, double x, double y, double bearing) {
        Dice dice = draft.dice;
        double yaw = bearing + dice.sign() * Math.PI / 2 + dice.gaussian(0.4, 1);
        double half = dice.uniform(0.7, 2.5);
        double radius = dice.logUniform(0.03, 0.2);
        draft.stem(
                x - half * Math.cos(yaw),
                y - half * Math.sin(yaw),
                0,
                x + half * Math.cos(yaw),
                y + half * Math.sin(yaw),
                dice.uniform(0.4, 3.5),
                radius,
                radius * dice.uniform(0.4, 0.9),
                draft.paints.bark());
    }

    /** A branch that hangs into the way from one side. */
    private static void lowBranch(Draft draft, double x, double y, double bearing) {
        Dice dice = draft.dice;
        double yaw = bearing + dice.sign() * Math.PI / 2 + dice.gaussian(0.5, 1);
        double length = dice.uniform(0.8, 2);
        double tipZ = dice.uniform(0.7, 2.2);
        double radius = dice.logUniform(0.012, 0.05);
        draft.stem(
                x + length * Math.cos(yaw),
                y + length * Math.sin(yaw),
                tipZ + dice.uniform(-0.3, 1.2),
                x,
                y,
                tipZ,
                radius,
                radius * 0.5,
                draft.paints.bark());
        if (dice.chance(0.5)) {
            double tuft = dice.uniform(0.1, 0.4);
            draft.ellipsoid(x, y, tipZ, tuft, tuft, tuft * 0.7, yaw, draft.paints.leaves());
        }
    }
}
