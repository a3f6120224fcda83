package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class GridTruthTest {
    private final Shot shot = new Shot(160, 120);
    private final float[] cells = new float[300];

    @Test
    void shouldTakeTheNearestObstacleOfEachCell() {
        Arrays.fill(shot.rangeM(), 2);
        shot.rangeM()[8 * 160 + 8] = 5;
        shot.obstacle()[8 * 160 + 8] = 1;
        shot.rangeM()[15 * 160 + 15] = 4;
        shot.obstacle()[15 * 160 + 15] = 1;
        GridTruth.nearest(shot, cells);
        assertEquals(4, cells[21]);
        assertEquals(Float.POSITIVE_INFINITY, cells[0]);
        assertEquals(Float.POSITIVE_INFINITY, cells[22]);
    }

    @Test
    void shouldLeaveOutFewerPixelsThanAsked() {
        for (int i = 0; i < 3; i++) {
            shot.rangeM()[i] = 3 - i;
            shot.obstacle()[i] = 1;
        }
        GridTruth.nearest(shot, 8, 3, cells);
        assertEquals(3, cells[0]);
        GridTruth.nearest(shot, 8, 2, cells);
        assertEquals(2, cells[0]);
        GridTruth.nearest(shot, 8, 4, cells);
        assertEquals(Float.POSITIVE_INFINITY, cells[0]);
    }

    @Test
    void shouldCountTheGroundAmongSurfaces() {
        Arrays.fill(shot.rangeM(), 2);
        shot.rangeM()[0] = 1;
        shot.obstacle()[8] = 1;
        GridTruth.nearestSurface(shot, 8, 1, cells);
        assertEquals(1, cells[0]);
        assertEquals(2, cells[1]);
        GridTruth.nearestSurface(shot, 8, 2, cells);
        assertEquals(2, cells[0]);
    }

    @Test
    void shouldRefuseCellsThatDoNotFit() {
        assertEquals(
                "grid truth: shot of 160x120 in cells of 7, 300 ranges, 1 pixels; wanted cells that"
                        + " divide the shot, one range a cell, 1 to 8 pixels",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> GridTruth.nearest(shot, 7, 1, cells))
                        .getMessage());
    }
}
