package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
    @Test
    void shouldLookThroughTheMiddleOfEachCell() {
        CellRays rays = CellRays.of(Pictures.VIRTUAL, 20, 15);
        assertEquals(300, rays.cells());
        assertEquals(900, rays.directions().length);
        for (int cell = 0; cell < 300; cell++) {
            // Cells are 8x8; the middle of pixels 0 … 7 is 3.5; the picture's is 79.5, 59.5.
            double left = (79.5 - (cell % 20 * 8 + 3.5)) / 80;
            double up = (59.5 - (cell / 20 * 8 + 3.5)) / 80;
            double length = Math.sqrt(1 + left * left + up * up);
            assertEquals(1 / length, rays.x(cell), 1e-7);
            assertEquals(left / length, rays.y(cell), 1e-7);
            assertEquals(up / length, rays.z(cell), 1e-7);
            assertEquals(Math.atan(left), rays.azimuthRad(cell), 1e-6);
            assertEquals(Math.asin(up / length), rays.elevationRad(cell), 1e-6);
        }
    }

    @Test
    void shouldCountLeftAndUpAsPositive() {
        CellRays rays = CellRays.of(Pictures.VIRTUAL, 20, 15);
        assertTrue(rays.azimuthRad(0) > 0 && rays.elevationRad(0) > 0, "top left");
        assertTrue(rays.azimuthRad(299) < 0 && rays.elevationRad(299) < 0, "bottom right");
        // Row 7 of 15 is the middle one: level.
        assertEquals(0, rays.elevationRad(7 * 20 + 3), 1e-7);
        assertEquals(Math.atan(76.0 / 80), rays.azimuthRad(0), 1e-6);
    }

    @Test
    void shouldShareThePixelsOfTheVirtualCamera() {
        // What the ray table calls a cell's middle must project there through a real pinhole.
        CameraModel same = CameraModel.pinhole(160, 120, 80, 80, 79.5, 59.5);
        CellRays rays = CellRays.of(Pictures.VIRTUAL, 20, 15);
        double[] uv = new double[2];
        for (int cell = 0; cell < 300; cell++) {
            assertTrue(same.project(-rays.y(cell), -rays.z(cell), rays.x(cell), uv));
            assertArrayEquals(new double[] {cell % 20 * 8 + 3.5, cell / 20 * 8 + 3.5}, uv, 1e-4);
        }
    }

    @Test
    void shouldTellHowMuchOfACellIsInSight() {
        // Sees virtual columns 40 … 119 and rows 30 … 89: cells 5 … 14; of rows 3 and 11 a part.
        CameraModel narrow = CameraModel.pinhole(160, 120, 160, 160, 79.5, 59.5);
        RectifyMaps maps = RectifyMaps.of(narrow, Mount.FORWARD, Pictures.VIRTUAL);
        CellMask mask = CellMask.of(maps, 20, 15);
        assertEquals(20, mask.columns());
        assertEquals(15, mask.rows());
        assertEquals(0, mask.share(7 * 20 + 4));
        assertEquals(1, mask.share(7 * 20 + 5));
        assertEquals(1, mask.share(7 * 20 + 14));
        assertEquals(0, mask.share(7 * 20 + 15));
        assertEquals(0.25f, mask.share(3 * 20 + 10));
        assertEquals(0.25f, mask.share(11 * 20 + 10));
        assertTrue(mask.covers(3 * 20 + 10, 0.25f));
        assertFalse(mask.covers(3 * 20 + 10, 0.26f));
    }

    @ParameterizedTest
    @CsvSource({"0,15", "20,0", "-20,15", "21,15", "20,16", "320,15"})
    void shouldRefuseGridsThatDoNotTileThePicture(int columns, int rows) {
        assertEquals(
                "grid is "
                        + columns
                        + "x"
                        + rows
                        + " cells over a virtual camera of 160x120 pixels, wanted counts above 0"
                        + " that divide the picture evenly: use the grid named in the model file",
                assertThrows(
                                CalibrationException.class,
                                () -> CellRays.of(Pictures.VIRTUAL, columns, rows))
                        .getMessage());
    }
}
