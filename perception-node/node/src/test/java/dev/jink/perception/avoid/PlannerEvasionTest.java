package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Ways round that are not to the side, and speed where things are close. */
class PlannerEvasionTest extends PlannerBench {
    /** Rows of the grid from..to, over its whole width, hold something at this range. */
    private void band(int from, int to, float range) {
        for (int row = from; row <= to; row++) {
            for (int column = 0; column < 20; column++) {
                grid.set(row * 20 + column, range, 1);
            }
        }
    }

    @Test
    void shouldClimbOverALowWallThatHasNoEnd() {
        band(8, 14, 4);
        wanted.set(2, 0, 0, 0);
        plan(30);
        assertEquals(Reason.BENT, out.reason, out.toString());
        assertTrue(out.vz > 0.15, out.toString());
        assertTrue(out.vx > 0.5, out.toString());
    }

    @Test
    void shouldDiveUnderABeamWhenHighEnough() {
        band(0, 6, 4);
        own.z = 3;
        wanted.set(2, 0, 0, 0);
        plan(30);
        assertTrue(out.vz < -0.15, out.toString());
        assertTrue(out.vx > 0.5, out.toString());
    }

    @Test
    void shouldNotClimbWhenThatIsForbidden() {
        PlannerSettings s = SETTINGS;
        PlannerSettings level =
                new PlannerSettings(
                        s.radiusM(),
                        s.marginM(),
                        s.maxSpeed(),
                        s.maxAccel(),
                        s.maxDecel(),
                        s.reactionSeconds(),
                        s.stopMarginM(),
                        s.maxYawRate(),
                        s.maxOffAxis(),
                        0,
                        s.minHeightM(),
                        s.unknownRangeM(),
                        s.maxUnknownShare(),
                        s.minConfidence(),
                        s.memorySeconds());
        Planner flat = new Planner(level, ForestFlight.RAYS);
        band(8, 14, 4);
        wanted.set(2, 0, 0, 0);
        for (int i = 0; i < 30; i++) {
            flat.plan(grid, wanted, own, now, out);
            now += PICTURE_NANOS;
            assertEquals(0, out.vz, 1e-9);
        }
    }

    @Test
    void shouldPassANarrowGapSlowerThanOpenGround() {
        PlannerSettings fast = SETTINGS.withMaxSpeed(8);
        double open = speedAfter(new Planner(fast, ForestFlight.RAYS));
        CylinderForest posts = trunk(6, 1.3, 0.15);
        posts.plant(6, -1.3, 0.15);
        posts.look(0, 0, 0, grid);
        double narrow = speedAfter(new Planner(fast, ForestFlight.RAYS));
        assertTrue(narrow < open - 2, narrow + " between posts, " + open + " in the open");
        assertTrue(narrow > 1, "it does not stop either: " + narrow);
    }

    /** A wall from border to border, open from the one column to the other. */
    private void wallWithGap(float rangeM, int from, int to) {
        band(0, 14, rangeM);
        for (int row = 0; row < 15; row++) {
            for (int column = from; column <= to; column++) {
                grid.set(row * 20 + column, Float.POSITIVE_INFINITY, 1);
            }
        }
    }

    @Test
    void shouldSqueezeSlowlyThroughADoorThatItsWholeMarginDoesNotFit() {
        wallWithGap(1.5f, 6, 13); // 1.2 m wide
        wanted.set(3, 0, 0, 0);
        plan(40);
        assertTrue(out.vx > 0.8 && Math.abs(out.vy) < 0.3, out.toString());
        assertTrue(out.speed() < 0.5 * SETTINGS.marginM() / Straying.SECONDS + 0.3, "" + out);
    }

    @Test
    void shouldTakeTheRoomierGapNearby() {
        wallWithGap(3, 8, 11);
        for (int row = 0; row < 15; row++) {
            for (int column = 2; column < 8; column++) {
                grid.set(row * 20 + column, Float.POSITIVE_INFINITY, 1);
            }
        }
        wanted.set(3, 0, 0, 0);
        plan(40);
        assertTrue(out.speed() > 2 && out.vy > 0.2, out.toString());
    }

    private double speedAfter(Planner planner) {
        own.vx = own.vy = own.vz = 0;
        wanted.set(8, 0, 0, 0);
        for (int i = 0; i < 60; i++) {
            planner.plan(grid, wanted, own, now, out);
            own.vx = out.vx;
            own.vy = out.vy;
            own.vz = out.vz;
            now += PICTURE_NANOS;
        }
        return out.speed();
    }

    @Test
    void shouldHoldTheWayOutOfAPocketItHasEnteredTwiceForLonger() {
        wanted.set(2, 0, 0, 0);
        double first = metresAside();
        double second = metresAside();
        assertTrue(second > 1.5 * first, first + " m, then " + second + " m");
    }

    @Test
    void shouldTurnToWhatItWishesForOnceThatLiesAbreast() {
        own.yaw = 0;
        wanted.set(2, 0, 0, 0);
        fill(0.9f);
        plan(10);
        assertEquals(Reason.BLOCKED, out.reason);
        own.yaw = Math.toRadians(80);
        fill(Float.POSITIVE_INFINITY);
        wanted.set(0.35, -1.97, 0, 0); // still where it was
        plan(5);
        assertEquals(Reason.BENT, out.reason, "on its way out");
        wanted.set(-1.3, -1.5, 0, 0); // half a right angle further: it is passing
        plan();
        assertEquals(Reason.BENT, out.reason);
        wanted.set(-1.78, -0.9, 0, 0); // 74 degrees from where the dead end barred it
        plan();
        assertEquals(Reason.TURNING, out.reason);
        assertTrue(out.yawRate < 0, out.toString());
    }

    /** Runs into a dead end, finds the way out to the left, and counts how long it holds it. */
    private double metresAside() {
        own.yaw = 0;
        fill(0.9f);
        plan(10);
        assertEquals(Reason.BLOCKED, out.reason);
        own.yaw = Math.toRadians(80);
        fill(Float.POSITIVE_INFINITY);
        wanted.set(0.35, -1.97, 0, 0); // still where it was: now 80 degrees to the right
        double flown = 0;
        for (int i = 0; i < 400 && out.reason != Reason.TURNING; i++) {
            plan();
            double step = Math.hypot(out.vx, out.vy) * PICTURE_NANOS * 1e-9;
            own.x += step * Math.cos(own.yaw);
            own.y += step * Math.sin(own.yaw);
            flown += step;
        }
        wanted.set(2, 0, 0, 0);
        own.x = own.y = 0;
        return flown;
    }
}
