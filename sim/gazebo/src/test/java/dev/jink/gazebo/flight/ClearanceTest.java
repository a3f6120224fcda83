package dev.jink.gazebo.flight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.sim.camera.Pose;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class ClearanceTest {
    /** A pole of 0.1 m radius at (5, 1). */
    private static Scene pole() {
        return new Scene(
                SceneKind.POLES,
                List.of(
                        new Primitive(
                                Capsule.between(5, 1, 0, 5, 1, 40, 0.1),
                                Material.plain(0.5),
                                true)),
                Material.plain(0.3),
                null,
                0,
                Light.even(1),
                new Region(-10, 10, -10, 10, 0, 5));
    }

    private static Pose at(double x) {
        return Pose.of(x, 0, 20, 0, 0, 0);
    }

    @Test
    void shouldSeeWhatWasPassedBetweenTwoLooks() {
        Clearance clearance = new Clearance(pole(), 0.25);
        clearance.begin(at(0));
        assertEquals(Math.hypot(5, 1) - 0.35, clearance.closestM(), 1e-9);
        clearance.flownTo(at(10), 2);
        assertEquals(0.65, clearance.closestM(), 1e-9);
        clearance.flownTo(at(20), 4);
        assertEquals(0.65, clearance.closestM(), 1e-9);
    }

    @Test
    void shouldCountTheGround() {
        Clearance clearance = new Clearance(pole(), 0.25);
        clearance.begin(Pose.of(-5, 0, 0.3, 0, 0, 0));
        assertEquals(0.05, clearance.closestM(), 1e-9);
    }
}
