package dev.jink.sim.drone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Region;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.SceneKind;

import org.junit.jupiter.api.Test;

import java.util.List;

class ContactTest {
    private static Scene withPost(double ceilingM) {
        Material m = Material.plain(0.5);
        return new Scene(
                SceneKind.POLES,
                List.of(new Primitive(Frustum.between(5, 0, 0, 5, 0, 3, 0.2, 0.2), m, true)),
                m,
                ceilingM > 0 ? m : null,
                ceilingM,
                Light.even(1),
                new Region(-9, 9, -9, 9, 0.5, 4));
    }

    @Test
    void shouldMeasureFreeSpaceToPostGroundAndCeiling() {
        Contact contact = new Contact(withPost(0), 0.25);
        assertEquals(5 - 0.2 - 0.25, contact.clearanceM(0, 0, 9), 4);
        assertEquals(1.25, contact.clearanceM(0, 0, 1.5), 1e-9);
        assertEquals(0.55, contact.clearanceM(4, 0, 1.5), 1e-9);
        assertEquals(0.05, new Contact(withPost(3), 0.25).clearanceM(0, 0, 2.7), 1e-9);
    }

    @Test
    void shouldCountEachTouchOnce() {
        Contact contact = new Contact(withPost(0), 0.25);
        Drone drone = new Drone(DroneSettings.defaults(), 0, 0, 1.5, 0);
        drone.command(3, 0, 0, 0);
        int began = 0;
        for (int i = 0; i < 240 * 4; i++) {
            drone.step();
            began += contact.check(drone) ? 1 : 0;
        }
        assertEquals(1, began);
        assertEquals(1, contact.contacts());
        assertTrue(contact.closestM() < -0.25);
    }

    @Test
    void shouldWantTheGoalAtTheHeightAndKnowWhenItIsThere() {
        Course course = Course.ahead(40, 3);
        Drone drone = course.drone(DroneSettings.defaults());
        Command wanted = new Command();
        course.wanted(drone, wanted);
        assertEquals(3, wanted.vx, 1e-9);
        assertEquals(0, wanted.vy, 1e-9);
        Drone astray = new Drone(DroneSettings.defaults(), 40, -10, 1, 0);
        course.wanted(astray, wanted);
        assertEquals(3, wanted.vy, 1e-9);
        assertEquals(0.4, wanted.vz, 1e-9);
        assertEquals(30, course.progressM(astray), 1e-9);
        assertFalse(course.reached(astray));
        assertTrue(course.reached(new Drone(DroneSettings.defaults(), 38.5, 1, 1, 0)));
        assertThrows(IllegalArgumentException.class, () -> Course.ahead(40, 0));
    }
}
