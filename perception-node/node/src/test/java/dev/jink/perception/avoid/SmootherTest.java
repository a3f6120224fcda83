package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SmootherTest {
    private static final long PICTURE_NANOS = 50_000_000;
    private final PlannerSettings settings = PlannerSettings.defaults();
    private final Smoother smoother = new Smoother(settings);
    private final Motion own = new Motion();
    private final Command out = new Command();

    private void step(double vx, double vy, double yawRate, long nowNanos) {
        double dt = smoother.begin(own, nowNanos);
        smoother.step(vx, vy, 0, yawRate, dt, out);
        smoother.follow(out, own, nowNanos);
    }

    @Test
    void shouldStartFromTheDronesOwnVelocity() {
        own.known = true;
        own.vx = 2;
        step(3, 0, 0, 0);
        assertEquals(2 + Smoother.MOST_JERK * 0.05 * 0.05, out.vx, 1e-9);
    }

    @Test
    void shouldBrakeAtTheDecelerationItIsToldTheDroneHas() {
        own.known = true;
        own.vx = 2;
        step(0, 0, 0, 0);
        assertEquals(2 - settings.maxDecel() * 0.05, out.vx, 1e-9);
    }

    @Test
    void shouldBuildUpAnAccelerationInSteps() {
        long quick = 10_000_000;
        double last = 0;
        double lastAccel = 0;
        for (int i = 0; i < 60; i++) {
            step(0, 3, 0, i * quick);
            double accel = i == 0 ? 0 : (out.vy - last) / 0.01;
            assertTrue(accel <= lastAccel + Smoother.MOST_JERK * 0.01 + 1e-9, "step " + i);
            assertTrue(accel <= settings.maxAccel() + 1e-9, "step " + i);
            last = out.vy;
            lastAccel = i == 0 ? Smoother.MOST_JERK * 0.05 : accel;
        }
        assertTrue(out.vy > 2, out.toString());
    }

    @Test
    void shouldCountAChangeOfSideAsANewAcceleration() {
        own.known = true;
        step(0, 1, 0, 0);
        step(0, 1, 0, PICTURE_NANOS);
        own.vy = out.vy;
        double before = out.vy;
        // As fast to the other side: no braking, so the onset is limited.
        step(2, before, 0, 2 * PICTURE_NANOS);
        assertEquals(Smoother.MOST_JERK * 0.05 * 0.05, out.vx, 1e-9);
    }

    @Test
    void shouldNotWindUpWhenTheDroneDoesNotFollow() {
        own.known = true; // and stays where it is
        for (int i = 0; i < 100; i++) {
            step(10, 0, 0, i * PICTURE_NANOS);
        }
        assertTrue(out.vx < 0.5 * settings.maxAccel(), out.toString());
    }

    @Test
    void shouldKeepTheWayOverGroundWhileTheDroneTurns() {
        own.known = true;
        own.vx = 2;
        step(2, 0, 0, 0);
        own.yaw = 0.1;
        own.vx = 2 * Math.cos(0.1);
        own.vy = -2 * Math.sin(0.1);
        double dt = smoother.begin(own, PICTURE_NANOS);
        assertEquals(own.vx, smoother.vx(), 1e-9);
        assertEquals(own.vy, smoother.vy(), 1e-9);
        assertEquals(0.05, dt, 1e-9);
    }

    @Test
    void shouldNotLeapAfterAPause() {
        step(0, 0, 0, 0);
        step(10, 0, 0, 60_000_000_000L);
        assertEquals(settings.maxAccel() * 0.2, out.vx, 1e-9);
    }

    @Test
    void shouldLimitTheChangeOfTheYawRate() {
        step(0, 0, 0, 0);
        step(0, 0, 1.5, PICTURE_NANOS);
        assertEquals(0.4, out.yawRate, 1e-9);
    }
}
