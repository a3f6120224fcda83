package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Distortion;

import org.junit.jupiter.api.Test;

class CameraRaysTest {
    @Test
    void shouldProjectEveryRayBackToItsPixelThroughTheLens() {
        CameraModel camera = FlightCamera.model();
        CameraRays rays = CameraRays.of(camera);
        double[] uv = new double[2];
        for (int i = 0; i < camera.width() * camera.height(); i += 97) {
            assertTrue(camera.project(rays.right(i), rays.down(i), 1, uv));
            assertEquals(i % camera.width(), uv[0], 1e-3);
            assertEquals(i / camera.width(), uv[1], 1e-3);
        }
    }

    @Test
    void shouldBoundEveryColumnAndRowByItsRays() {
        CameraRays rays = CameraRays.of(FlightCamera.small());
        for (int i = 0; i < rays.width() * rays.height(); i++) {
            int column = i % rays.width();
            int row = i / rays.width();
            assertTrue(rays.columns().least(column) <= rays.right(i));
            assertTrue(rays.columns().most(column) >= rays.right(i));
            assertTrue(rays.rows().least(row) <= rays.down(i));
            assertTrue(rays.rows().most(row) >= rays.down(i));
        }
        CameraRays pinhole = CameraRays.pinhole(60, 45, 30, 30, 29.5, 22);
        assertEquals((59 - 29.5) / 30, pinhole.columns().least(59), 1e-6);
        assertEquals((44 - 22) / 30.0, pinhole.rows().most(44), 1e-6);
    }

    @Test
    void shouldRefuseACameraThatSeesBehindItself() {
        CameraModel fisheye =
                new CameraModel(
                        320,
                        240,
                        80,
                        80,
                        159.5,
                        119.5,
                        Distortion.of("equidistant", new double[] {0, 0, 0, 0}));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> CameraRays.of(fisheye));
        assertEquals(
                "simulated camera: no forward ray at pixel 0, 0, wanted every pixel to look"
                        + " forward: less distortion or a longer focal length",
                refused.getMessage());
    }
}
