package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.calibration.Mount;
import dev.jink.sim.scene.Dice;

import org.junit.jupiter.api.Test;

class PoseTest {
    @Test
    void shouldTurnTheNoseLeftDownAndTheRightSideDown() {
        double[] m = new double[9];
        Pose.of(0, 0, 0, Math.PI / 2, 0, 0).rotation(m);
        assertArrayEquals(new double[] {0, 1, 0}, new double[] {m[0], m[3], m[6]}, 1e-12);
        Pose.of(0, 0, 0, 0, Math.PI / 6, 0).rotation(m);
        assertEquals(-0.5, m[6], 1e-12);
        Pose.of(0, 0, 0, 0, 0, Math.PI / 6).rotation(m);
        assertEquals(0.5, m[7], 1e-12);
    }

    @Test
    void shouldGiveBackItsAngles() {
        Dice dice = new Dice(11);
        for (int i = 0; i < 500; i++) {
            double yaw = dice.uniform(-3, 3);
            double pitch = dice.uniform(-1.4, 1.4);
            double roll = dice.uniform(-3, 3);
            Pose pose = Pose.of(1, 2, 3, yaw, pitch, roll);
            assertEquals(yaw, pose.yawRad(), 1e-9);
            assertEquals(pitch, pose.pitchRad(), 1e-9);
            assertEquals(roll, pose.rollRad(), 1e-9);
        }
    }

    @Test
    void shouldCarryAMount() {
        Pose body = Pose.of(1, 2, 3, Math.PI / 2, 0, 0);
        Pose camera = body.then(Pose.of(0.1, 0, 0.05, 0, 0.3, 0));
        assertEquals(1, camera.x(), 1e-12);
        assertEquals(2.1, camera.y(), 1e-12);
        assertEquals(3.05, camera.z(), 1e-12);
        assertEquals(Math.PI / 2, camera.yawRad(), 1e-12);
        assertEquals(0.3, camera.pitchRad(), 1e-12);
    }

    @Test
    void shouldTurnDirectionsOfTheWorldIntoTheBody() {
        double[] up = {0, 0, 2};
        Pose.of(7, 8, 9, 1.1, 0.3, -0.2).toBody(up);
        assertEquals(-2 * Math.sin(0.3), up[0], 1e-12, "nose down: up is behind");
        assertEquals(2 * Math.cos(0.3) * Math.sin(-0.2), up[1], 1e-12);
        assertEquals(2 * Math.cos(0.3) * Math.cos(-0.2), up[2], 1e-12);
    }

    @Test
    void shouldTakeACamerasMount() {
        Pose camera = Pose.of(new Mount(0.1, 0.2, 0.3, 4, 5, 6));
        assertEquals(0.1, camera.rollRad(), 1e-12);
        assertEquals(0.2, camera.pitchRad(), 1e-12);
        assertEquals(0.3, camera.yawRad(), 1e-12);
        assertEquals(15, camera.x() + camera.y() + camera.z(), 1e-12);
    }
}
