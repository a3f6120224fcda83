package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What has left the picture, and what was never there. */
class PlannerMemoryTest extends PlannerBench {
    @Test
    void shouldNotTurnIntoATrunkThatHasLeftThePicture() {
        CylinderForest forest = trunk(2, 0.9, 0.2);
        own.yaw = 0;
        forest.look(0, 0, 0, grid);
        wanted.set(2, 0, 0, 0);
        plan(5);
        // Moved up beside it: the trunk is now 70 degrees to the left, out of view.
        own.x = 1.7;
        fill(Float.POSITIVE_INFINITY);
        forest.look(own.x, 0, 0, grid);
        wanted.set(2, 1.3, 0, 0);
        plan(10);
        double azimuth = Math.atan2(out.vy, out.vx);
        assertTrue(azimuth < Math.toRadians(20), "flies " + Math.toDegrees(azimuth) + " deg left");

        Planner forgetful = new Planner(SETTINGS, ForestFlight.RAYS);
        for (int i = 0; i < 10; i++) {
            forgetful.plan(grid, wanted, own, now + i * PICTURE_NANOS, out);
        }
        assertTrue(Math.atan2(out.vy, out.vx) > Math.toRadians(30), "without memory " + out);
    }

    @Test
    void shouldForgetAFalseAlarmThatTheNextPicturesDoNotShow() {
        wanted.set(2, 0, 0, 0);
        grid.set(7 * 20 + 10, 2, 1);
        plan();
        fill(Float.POSITIVE_INFINITY);
        plan(40);
        assertEquals(Reason.CLEAR, out.reason);
        assertEquals(2, out.vx, 1e-6);
    }

    @Test
    void shouldNotPushAheadAnObstacleThatAlwaysSeemsAsFar() {
        // A network that reads "2 m" however near the wall is: odometry must tell the rest.
        fill(2);
        wanted.set(2, 0, 0, 0);
        double flown = 0;
        for (int i = 0; i < 200; i++) {
            plan();
            flown += out.vx * PICTURE_NANOS * 1e-9;
            own.x = flown;
        }
        assertTrue(flown < 2 - SETTINGS.radiusM(), "flown " + flown + " m towards a wall at 2 m");
    }
}
