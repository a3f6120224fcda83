package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.global.opencv_calib3d;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class CameraModelTest {
    private static final double[] K = {420.5, 0, 318.25, 0, 418.75, 243.5, 0, 0, 1};
    private static final double[] PLUMB_BOB = {-0.28, 0.07, 0.0011, -0.0007, -0.004};
    private static final double[] RATIONAL = {0.62, 0.03, 0.0004, -0.0002, 0.001, 0.9, 0.12, 0.004};
    private static final double[] EQUIDISTANT = {-0.012, 0.018, -0.013, 0.0025};

    private static CameraModel model(String name) {
        return CameraModel.of(640, 480, name, coefficients(name), K);
    }

    private static double[] coefficients(String name) {
        return switch (name) {
            case "plumb_bob" -> PLUMB_BOB;
            case "rational_polynomial" -> RATIONAL;
            default -> EQUIDISTANT;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumb_bob", "rational_polynomial", "equidistant"})
    void shouldProjectAsOpenCvDoes(String name) {
        long seed = 20250101;
        System.out.println("shouldProjectAsOpenCvDoes " + name + " seed " + seed);
        Random random = new Random(seed);
        double[] points = new double[3 * 500];
        for (int i = 0; i < points.length; i += 3) {
            double z = 0.3 + 20 * random.nextDouble();
            points[i] = z * (1.4 * random.nextDouble() - 0.7);
            points[i + 1] = z * (1.2 * random.nextDouble() - 0.6);
            points[i + 2] = z;
        }
        double[] expected = openCvProjection(name, points);
        CameraModel model = model(name);
        double[] uv = new double[2];
        for (int i = 0; i < points.length / 3; i++) {
            assertTrue(model.project(points[3 * i], points[3 * i + 1], points[3 * i + 2], uv));
            assertEquals(expected[2 * i], uv[0], 1e-8, "column of point " + i);
            assertEquals(expected[2 * i + 1], uv[1], 1e-8, "row of point " + i);
        }
    }

    private static double[] openCvProjection(String name, double[] points) {
        double[] d = coefficients(name);
        int count = points.length / 3;
        double[] pixels = new double[2 * count];
        try (DoublePointer pointData = new DoublePointer(points);
                DoublePointer kData = new DoublePointer(K);
                DoublePointer dData = new DoublePointer(d);
                Mat object = new Mat(count, 1, opencv_core.CV_64FC3, pointData);
                Mat k = new Mat(3, 3, opencv_core.CV_64FC1, kData);
                Mat distortion = new Mat(1, d.length, opencv_core.CV_64FC1, dData);
                Mat zero = Mat.zeros(3, 1, opencv_core.CV_64FC1).asMat();
                Mat out = new Mat()) {
            if (name.equals("equidistant")) {
                opencv_calib3d.fisheyeProjectPoints(object, out, zero, zero, k, distortion);
            } else {
                opencv_calib3d.projectPoints(object, zero, zero, k, distortion, out);
            }
            new DoublePointer(out.data()).get(pixels);
        }
        return pixels;
    }

    @ParameterizedTest
    @ValueSource(strings = {"plumb_bob", "rational_polynomial", "equidistant"})
    void shouldFindTheRayThatFallsOnAPixel(String name) {
        CameraModel model = model(name);
        double[] ray = new double[3];
        double[] uv = new double[2];
        for (double v = -0.5; v < 480; v += 37) {
            for (double u = -0.5; u < 640; u += 41) {
                assertTrue(model.ray(u, v, ray), "a ray at " + u + " " + v);
                assertEquals(1, Math.hypot(Math.hypot(ray[0], ray[1]), ray[2]), 1e-12);
                assertTrue(model.project(ray[0], ray[1], ray[2], uv));
                assertEquals(u, uv[0], 1e-4);
                assertEquals(v, uv[1], 1e-4);
            }
        }
    }

    @Test
    void shouldKnowThatPrincipalPointLooksStraightAhead() {
        double[] ray = new double[3];
        assertTrue(model("plumb_bob").ray(318.25, 243.5, ray));
        assertArrayEquals(new double[] {0, 0, 1}, ray, 1e-12);
    }

    @Test
    void shouldNotSeePointsBehindAPinhole() {
        double[] uv = new double[2];
        CameraModel model = CameraModel.pinhole(640, 480, 400, 400, 319.5, 239.5);
        for (double z : new double[] {0, -1}) {
            assertFalse(model.project(0.1, 0.2, z, uv));
            assertTrue(Double.isNaN(uv[0]) && Double.isNaN(uv[1]));
        }
    }

    @Test
    void shouldSeePointsBesideAndBehindAFisheye() {
        CameraModel model =
                CameraModel.of(
                        800,
                        800,
                        "equidistant",
                        new double[4],
                        new double[] {200, 0, 399.5, 0, 200, 399.5, 0, 0, 1});
        double[] uv = new double[2];
        assertTrue(model.project(1, 0, 0, uv));
        assertEquals(399.5 + 200 * Math.PI / 2, uv[0], 1e-9);
        assertEquals(399.5, uv[1], 1e-9);
        assertTrue(model.project(0, 1, -1, uv));
        assertEquals(399.5 + 200 * 0.75 * Math.PI, uv[1], 1e-9);
        assertFalse(model.project(0, 0, -1, uv));
    }

    @Test
    void shouldNotSeePointsWhereTheLensFormulaFoldsBack() {
        // r (1 - r²/4) grows up to r = √(4/3) = 1.1547 and then comes back to the middle.
        CameraModel model =
                CameraModel.of(640, 480, "plumb_bob", new double[] {-0.25, 0, 0, 0, 0}, K);
        double[] uv = new double[2];
        assertEquals(Math.atan(Math.sqrt(4.0 / 3)), model.distortion().limitRad(), 0.003);
        assertTrue(model.project(1.14, 0, 1, uv));
        assertFalse(model.project(1.17, 0, 1, uv));
        assertFalse(model.project(1.99, 0, 1, uv));
        assertFalse(model.ray(4000, 240, new double[3]), "no ray falls so far out");
    }

    @Test
    void shouldScaleTheCalibrationWithThePicture() {
        CameraModel half = model("plumb_bob").scaledTo(320, 240);
        assertEquals(210.25, half.fx());
        // The centre of a 2x2 block is half a pixel from its first pixel's.
        assertEquals((318.25 - 0.5) / 2, half.cx(), 1e-12);
        assertEquals((243.5 - 0.5) / 2, half.cy(), 1e-12);
        refused(
                () -> model("plumb_bob").scaledTo(320, 320),
                "camera_info: the calibration is for 640x480, the picture is 320x320, wanted the"
                        + " same aspect: a cropped picture needs a calibration of its own");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, 5})
    void shouldTakePlumbBobOfAnyUsualLength(int count) {
        assertEquals("plumb_bob", of("plumb_bob", new double[count]).distortion().rosName());
    }

    @Test
    void shouldTakeOpenCvsLongFormWhenItsTailIsZero() {
        double[] d = java.util.Arrays.copyOf(RATIONAL, 14);
        assertEquals(model("rational_polynomial"), of("rational_polynomial", d));
        assertEquals(Distortion.none(), of("", new double[0]).distortion());
    }

    private static CameraModel of(String name, double[] d) {
        return CameraModel.of(640, 480, name, d, K);
    }

    private static void refused(org.junit.jupiter.api.function.Executable work, String message) {
        assertEquals(message, assertThrows(CalibrationException.class, work).getMessage());
    }
}
