package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.sight.ObstacleGrid;

import org.junit.jupiter.api.Test;

class SectorsTest {
    private final Planner planner = new Planner(PlannerSettings.defaults(), ForestFlight.RAYS);
    private final ObstacleGrid grid = new ObstacleGrid(20, 15);
    private final Command wanted = new Command();
    private final Motion own = new Motion();
    private final Command out = new Command();

    private Sectors look() {
        wanted.set(1, 0, 0, 0);
        planner.plan(grid, wanted, own, 0, out);
        return planner.sectors();
    }

    private void fill(float range) {
        for (int cell = 0; cell < grid.cells(); cell++) {
            grid.set(cell, range, 1);
        }
    }

    @Test
    void shouldBeNanWhereTheCameraDoesNotLook() {
        fill(Float.POSITIVE_INFINITY);
        Sectors sectors = look();
        for (int i = 0; i < Sectors.COUNT; i++) {
            boolean ahead = Math.abs(Sectors.middle(i)) < Math.toRadians(45);
            assertEquals(!ahead, Float.isNaN(sectors.rangeM(i)), "sector " + i);
        }
    }

    @Test
    void shouldBeInfiniteWhereTheViewIsClear() {
        fill(Float.POSITIVE_INFINITY);
        assertEquals(Float.POSITIVE_INFINITY, look().rangeM(36));
    }

    @Test
    void shouldCountCounterClockwiseFromBehind() {
        fill(Float.POSITIVE_INFINITY);
        CylinderForest forest = new CylinderForest();
        forest.plant(4, 2, 0.3); // 27 degrees to the left
        forest.look(0, 0, 0, grid);
        Sectors sectors = look();
        int left = 36 + 5; // [25, 30) degrees
        assertEquals(Math.hypot(4, 2) - 0.3, sectors.rangeM(left), 0.1);
        assertEquals(Float.POSITIVE_INFINITY, sectors.rangeM(72 - 1 - left));
    }

    @Test
    void shouldBeNanWhereSomethingAheadIsNotKnown() {
        fill(Float.POSITIVE_INFINITY);
        for (int row = 0; row < 15; row++) {
            grid.set(row * 20 + 10, Float.NaN, 0);
        }
        Sectors sectors = look();
        assertTrue(Float.isNaN(sectors.rangeM(35)));
        assertEquals(Float.POSITIVE_INFINITY, sectors.rangeM(37));
    }

    @Test
    void shouldLeaveOutWhatIsFarAboveOrBelow() {
        fill(Float.POSITIVE_INFINITY);
        for (int column = 0; column < 20; column++) {
            grid.set(column, 5, 1); // the topmost row, 35 degrees up: 2.8 m above
        }
        assertEquals(Float.POSITIVE_INFINITY, look().rangeM(36));
    }
}
