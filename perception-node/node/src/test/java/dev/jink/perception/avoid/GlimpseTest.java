package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.sight.ObstacleGrid;

import org.junit.jupiter.api.Test;

class GlimpseTest {
    private static final long SECOND = 1_000_000_000L;
    private static final double SQUEEZED_M = -0.2;

    private final PlannerSettings settings = PlannerSettings.defaults();
    private final Surroundings around = new Surroundings(settings, new View(ForestFlight.RAYS));
    private final ObstacleGrid grid = new ObstacleGrid(20, 15);
    private final Motion own = new Motion();
    private final Glimpse glimpse = new Glimpse();

    GlimpseTest() {
        own.known = true;
        own.z = 1.5;
    }

    /** A wall 6 m ahead, with a gap of 2.2 m so far to the left, seen from the origin. */
    private void wall(double gapY) {
        CylinderForest.wall(6, gapY, 1.1).look(own.x, own.y, own.yaw, grid);
        around.look(grid, own, SECOND);
        glimpse.look(around, 0, SQUEEZED_M, own, SECOND);
    }

    @Test
    void shouldTellTheSideOfAnOpeningAndHowFarItIs() {
        wall(2.5);
        own.x = 4.5;
        assertEquals(1, glimpse.side(own, 2 * SECOND));
        // Where the gap begins for a drone that comes at a slant, up to its middle.
        assertEquals(2.1, glimpse.take(Math.PI / 2, own, 2 * SECOND), 0.6);
    }

    @Test
    void shouldTellTheSideFromTheDronesOwnHeading() {
        wall(-2.5);
        assertEquals(-1, glimpse.side(own, 2 * SECOND));
        own.x = 5;
        own.yaw = -Math.PI;
        assertEquals(1, glimpse.side(own, 2 * SECOND));
    }

    @Test
    void shouldSeeNoneInAClosedWall() {
        wall(25);
        assertEquals(0, glimpse.side(own, 2 * SECOND));
        assertEquals(0, glimpse.take(Math.PI / 2, own, 2 * SECOND));
    }

    @Test
    void shouldSeeNoneWhereNothingBarsTheWay() {
        new CylinderForest().look(0, 0, 0, grid);
        around.look(grid, own, SECOND);
        glimpse.look(around, 0, SQUEEZED_M, own, SECOND);
        assertEquals(0, glimpse.side(own, 2 * SECOND));
    }

    @Test
    void shouldForgetAfterAWhileAndWithoutOdometry() {
        wall(2.5);
        assertEquals(0, glimpse.side(own, 12 * SECOND));
        own.known = false;
        assertEquals(0, glimpse.side(own, 2 * SECOND));
        own.known = true;
        assertEquals(1, glimpse.side(own, 2 * SECOND));
        glimpse.forget();
        assertEquals(0, glimpse.side(own, 2 * SECOND));
    }

    @Test
    void shouldNotTryTheSameOpeningTwice() {
        wall(2.5);
        glimpse.take(Math.PI / 2, own, SECOND);
        assertEquals(0, glimpse.side(own, SECOND), "taken");
        wall(2.5);
        assertEquals(0, glimpse.side(own, SECOND), "seen again");
        wall(-2.5);
        assertEquals(-1, glimpse.side(own, SECOND), "another one");
        glimpse.take(-Math.PI / 2, own, SECOND);
        wall(2.5);
        assertEquals(0, glimpse.side(own, SECOND), "the one before it");
    }

    @Test
    void shouldNotSetOutForAnOpeningBehind() {
        wall(2.5);
        assertEquals(0, glimpse.take(-Math.PI / 2, own, SECOND));
    }
}
