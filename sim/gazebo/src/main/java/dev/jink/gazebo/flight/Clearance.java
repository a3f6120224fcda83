package dev.jink.gazebo.flight;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Contact;
import dev.jink.sim.scene.Scene;

/**
 * Least free space around the drone's sphere, by the scene's exact shapes. Gazebo tells its place once
 * a request: between two of them it is looked for on the straight line, as often as there were steps.
 */
final class Clearance {
    private final Contact sphere;
    private Pose last;
    private double closestM;

    Clearance(Scene scene, double radiusM) {
        sphere = new Contact(scene, radiusM);
    }

    void begin(Pose start) {
        last = start;
        closestM = sphere.clearanceM(start.x(), start.y(), start.z());
    }

    /** @param looks 1 or more, the last one at the pose itself */
    void flownTo(Pose next, int looks) {
        for (int i = 1; i <= looks; i++) {
            double share = (double) i / looks;
            double here =
                    sphere.clearanceM(
                            last.x() + share * (next.x() - last.x()),
                            last.y() + share * (next.y() - last.y()),
                            last.z() + share * (next.z() - last.z()));
            closestM = Math.min(closestM, here);
        }
        last = next;
    }

    double closestM() {
        return closestM;
    }
}
