package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.RectifyMaps;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.sight.Allocation;
import dev.jink.perception.sight.Coverage;
import dev.jink.perception.sight.ObstacleGrid;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannerTest extends PlannerBench {
    @Test
    void shouldFlyWhatIsWantedWhenTheViewIsClear() {
        wanted.set(2, 0.3, 0.1, 0);
        plan(40);
        assertEquals(Reason.CLEAR, out.reason);
        assertEquals(2, out.vx, 1e-6);
        assertEquals(0.3, out.vy, 1e-6);
        assertEquals(0.1, out.vz, 1e-6);
    }

    @Test
    void shouldNotExceedItsSpeedLimit() {
        wanted.set(10, 0, 0, 0);
        plan(60);
        assertEquals(SETTINGS.maxSpeed(), out.speed(), 1e-6);
    }

    @Test
    void shouldHoverWhenNothingIsWantedButTurnIfAsked() {
        wanted.set(2, 0, 0, 0);
        plan(20);
        wanted.set(0, 0, 0, 0.7);
        plan();
        assertEquals(Reason.HOVER, out.reason);
        assertEquals(0, out.speed());
        assertEquals(0.7, out.yawRate);
    }

    @Test
    void shouldBendAroundATrunkAheadToItsFreeSide() {
        trunk(4, -0.2, 0.3).look(0, 0, 0, grid);
        wanted.set(2, 0, 0, 0);
        plan(20);
        assertEquals(Reason.BENT, out.reason);
        assertTrue(out.vy > 0.2, out.toString());
        assertTrue(out.yawRate > 0, out.toString());
    }

    @Test
    void shouldKeepTheSideOnceTakenWhenBothAreAlike() {
        wanted.set(2, 0, 0, 0);
        trunk(5, -0.02, 0.3).look(0, 0, 0, grid);
        plan(10);
        double side = Math.signum(out.vy);
        for (int i = 0; i < 20; i++) {
            // The trunk seems to sway to and fro across the axis.
            trunk(5, (i & 1) * 0.04 - 0.02, 0.3).look(0, 0, 0, grid);
            plan();
            assertEquals(side, Math.signum(out.vy), "picture " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.5, 2, 3, 5})
    void shouldFlyNoFasterTowardsAWallThanItCanBrake(double range) {
        fill((float) range);
        wanted.set(3, 0, 0, 0);
        plan(60);
        double tube = SETTINGS.radiusM() + SETTINGS.marginM();
        double bound = SETTINGS.braking().speedBound(range - tube);
        assertTrue(out.speed() <= bound + 1e-9, out + " with a bound of " + bound);
    }

    @Test
    void shouldStopAndTurnToTheOpenSideInADeadEnd() {
        fill(0.9f);
        for (int row = 0; row < 15; row++) {
            for (int column = 0; column < 3; column++) {
                grid.set(row * 20 + column, 9, 1); // more room at the left border of the view
            }
        }
        wanted.set(2, 0, 0, 0);
        plan(10);
        assertEquals(Reason.BLOCKED, out.reason);
        assertEquals(0, out.speed(), 1e-9);
        assertTrue(out.yawRate > 0.5, out.toString());
    }

    @Test
    void shouldKeepTurningTheSameWayUntilOut() {
        fill(0.9f);
        wanted.set(2, 0, 0, 0);
        plan(5);
        double side = Math.signum(out.yawRate);
        for (int i = 0; i < 40; i++) {
            fill(0.9f);
            for (int row = 0; row < 15; row++) {
                grid.set(row * 20 + (i & 1) * 19, 3, 1); // now the one side, now the other
            }
            plan();
            assertEquals(side, Math.signum(out.yawRate), "picture " + i);
        }
    }

    @Test
    void shouldTurnFirstWhenTheWishPointsOutOfTheView() {
        wanted.set(0, 2, 0, 0); // left
        plan(5);
        assertEquals(Reason.TURNING, out.reason);
        assertEquals(0, out.speed(), 1e-9);
        assertEquals(SETTINGS.maxYawRate(), out.yawRate, 1e-9);
        wanted.set(-2, -0.01, 0, 0); // behind, a trifle to the right: but it is turning left
        plan(5);
        assertEquals(SETTINGS.maxYawRate(), out.yawRate, 1e-9);
    }

    @Test
    void shouldFlyOnlyWhereItLooks() {
        wanted.set(2, 2.2, 0, 0); // 48 degrees to the left
        plan(60);
        double azimuth = Math.atan2(out.vy, out.vx);
        assertTrue(azimuth <= SETTINGS.maxOffAxis() + 1e-9, out.toString());
        assertTrue(out.speed() < 2, out.toString());
        assertTrue(out.yawRate > 0.5, out.toString());
    }

    @Test
    void shouldStayInsideTheViewOfANarrowCamera() {
        narrowView();
        wanted.set(2, 1.5, 0, 0); // 37 degrees, the camera sees 18
        plan(60);
        double azimuth = Math.atan2(out.vy, out.vx);
        assertTrue(azimuth > 0.1 && azimuth < Math.toRadians(18), out.toString());
    }

    private void narrowView() {
        VirtualCamera virtual = new VirtualCamera(160, 120, 80, 80, 79.5, 59.5);
        double[] k = {240, 0, 79.5, 0, 240, 59.5, 0, 0, 1};
        CameraModel tele = CameraModel.of(160, 120, "plumb_bob", new double[5], k);
        Mount level = new Mount(0, 0, 0, 0, 0, 0);
        grid.forgetUnseen(Coverage.of(RectifyMaps.of(tele, level, virtual), 20, 15));
    }

    @Test
    void shouldClimbOrSinkSlowlyWhenThatIsAllThatIsWanted() {
        wanted.set(0, 0, -3, 0);
        plan(40);
        assertEquals(-0.5, out.vz, 1e-9);
        assertEquals(0, Math.hypot(out.vx, out.vy), 1e-9);
    }

    @Test
    void shouldNotEvadeDownwardsNearTheGround() {
        own.z = 0.5;
        for (int row = 0; row < 8; row++) {
            for (int column = 0; column < 20; column++) {
                grid.set(row * 20 + column, 3, 1); // everything above the axis is blocked
            }
        }
        wanted.set(2, 0, 0, 0);
        plan(40);
        assertTrue(out.vz >= -1e-9, out.toString());
    }

    @Test
    void shouldSeeLevelAheadWhenTheDroneLeans() {
        // Nose 20 degrees down: what is straight ahead of the body lies below the way.
        own.pitch = Math.toRadians(20);
        for (int row = 8; row < 15; row++) {
            for (int column = 0; column < 20; column++) {
                grid.set(row * 20 + column, 4, 1);
            }
        }
        wanted.set(2, 0, 0, 0);
        plan(40);
        assertEquals(Reason.CLEAR, out.reason, out.toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void shouldBrakeWhenANumberIsNotFinite(double wild) {
        wanted.set(2, wild, 0, 0);
        plan();
        assertEquals(Reason.BRAKE, out.reason);
        assertEquals(0, out.speed());
        wanted.set(2, 0, 0, 0);
        own.yaw = wild;
        plan();
        assertEquals(Reason.BRAKE, out.reason);
        own.yaw = 0;
        plan(40);
        assertEquals(2, out.vx, 1e-6);
    }

    @Test
    void shouldChangeItsCommandsNoFasterThanTheDroneCanFollow() {
        wanted.set(3, 0, 0, 0);
        double step = SETTINGS.maxAccel() * PICTURE_NANOS * 1e-9 + 1e-9;
        Command last = new Command();
        last.set(0, 0, 0, 0);
        for (int i = 0; i < 60; i++) {
            trunk(4, Math.sin(i), 0.3).look(0, 0, 0, grid);
            plan();
            double dx = out.vx - last.vx;
            double dy = out.vy - last.vy;
            assertTrue(i == 0 || Math.hypot(dx, dy) <= step, last + " then " + out);
            last.set(out);
        }
    }

    @Test
    void shouldGiveTheSameCommandsForTheSameCalls() {
        CylinderForest forest = CylinderForest.random(7, 4);
        Command again = new Command();
        Planner twin = new Planner(SETTINGS, ForestFlight.RAYS);
        wanted.set(2, 0.2, 0, 0);
        for (int i = 0; i < 100; i++) {
            own.x = 0.1 * i;
            forest.look(own.x, 0, 0, grid);
            planner.plan(grid, wanted, own, now, out);
            twin.plan(grid, wanted, own, now, again);
            now += PICTURE_NANOS;
            assertEquals(out.toString(), again.toString());
            assertEquals(out.vx, again.vx);
            assertEquals(out.vy, again.vy);
            assertEquals(out.yawRate, again.yawRate);
        }
    }

    @Test
    void shouldFlyWithoutOdometryByItsOwnCommands() {
        own.clear();
        wanted.set(2, 0, 0, 0);
        for (int i = 0; i < 40; i++) {
            planner.plan(grid, wanted, own, now, out);
            now += PICTURE_NANOS;
        }
        assertEquals(2, out.vx, 1e-6);
        fill(1);
        for (int i = 0; i < 40; i++) {
            planner.plan(grid, wanted, own, now, out);
            now += PICTURE_NANOS;
        }
        assertEquals(0, out.speed(), 1e-9);
    }

    @Test
    void shouldRefuseAGridOfAnotherSize() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> planner.plan(new ObstacleGrid(10, 8), wanted, own, now, out));
        assertEquals(
                "planner: got a grid of 10x8 cells, wanted 20x15 as the cell rays: make both from"
                        + " the same model",
                refused.getMessage());
    }

    @Test
    void shouldAllocateNothing() {
        wanted.set(2, 0, 0, 0);
        ObstacleGrid[] views = new ObstacleGrid[60];
        CylinderForest forest = CylinderForest.random(2, 4);
        for (int i = 0; i < views.length; i++) {
            views[i] = new ObstacleGrid(20, 15);
            forest.look(i * 0.5, 0, 0.3 * Math.sin(i), views[i]);
            views[i].set(i, Float.NaN, 0);
        }
        Allocation.assertNone(
                10_000,
                () -> {
                    int i = (int) (now / PICTURE_NANOS % views.length);
                    own.x = i * 0.5;
                    own.yaw = 0.3 * Math.sin(i);
                    planner.plan(views[i], wanted, own, now, out);
                    now += PICTURE_NANOS;
                });
    }
}
