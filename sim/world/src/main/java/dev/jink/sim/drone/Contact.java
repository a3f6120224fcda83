package dev.jink.sim.drone;

import dev.jink.sim.scene.Mover;
import dev.jink.sim.scene.Scene;

import java.util.List;

/**
 * Keeps watch over the drone's sphere: how near it came to anything, and how often it touched.
 * Obstacles, ground and ceiling all count. Not thread-safe.
 */
public final class Contact {
    private final Scene scene;
    private final List<Mover> movers;
    private final double radiusM;
    private double closestM = Double.POSITIVE_INFINITY;
    private int contacts;
    private boolean touching;

    public Contact(Scene scene, double radiusM) {
        this(scene, List.of(), radiusM);
    }

    /** @param movers what moves in the scene, besides */
    public Contact(Scene scene, List<Mover> movers, double radiusM) {
        this.scene = scene;
        this.movers = movers;
        this.radiusM = radiusM;
    }

    /**
     * Free metres between the sphere around (x, y, z) and the nearest thing that stands, negative
     * inside it.
     */
    public double clearanceM(double x, double y, double z) {
        double bounded = Math.min(z, scene.ceilingM() - z);
        return Math.min(scene.distance(x, y, z), bounded) - radiusM;
    }

    /**
     * Looks at the drone where it is now.
     *
     * @return true when this look finds a new contact
     */
    public boolean check(Drone drone) {
        double clearance = clearanceM(drone.x(), drone.y(), drone.z());
        for (int i = 0; i < movers.size(); i++) {
            double distance =
                    movers.get(i).distance(drone.x(), drone.y(), drone.z(), drone.seconds());
            clearance = Math.min(clearance, distance - radiusM);
        }
        closestM = Math.min(closestM, clearance);
        boolean began = clearance <= 0 && !touching;
        touching = clearance <= 0;
        if (began) {
            contacts++;
        }
        return began;
    }

    /** Least clearance seen so far, metres; +infinity before the first look. */
    public double closestM() {
        return closestM;
    }

    /** Contacts so far; one that lasts counts once. */
    public int contacts() {
        return contacts;
    }
}
