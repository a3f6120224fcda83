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
        assertEquals(2 + settings.maxAccel() * 0.05, out.vx, 1e-9);
    }

    @Test
    void shouldBrakeAtTheDecelerationItIsToldTheDroneHas() {
        own.known = true;
        own.vx = 2;
        step(0, 0, 0, 0);
        assertEquals(2 - settings.maxDecel() * 0.05, out.vx, 1e-9);
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
