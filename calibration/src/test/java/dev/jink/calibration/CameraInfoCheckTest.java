package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CameraInfoCheckTest {
    private static final double[] K = {420.5, 0, 318.25, 0, 418.75, 243.5, 0, 0, 1};
    private static final double[] PLUMB_BOB = {-0.28, 0.07, 0.0011, -0.0007, -0.004};

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plumb_bob|3|5 (k1 k2 p1 p2 k3), 4 or 0",
                "plumb_bob|8|5 (k1 k2 p1 p2 k3), 4 or 0",
                "rational_polynomial|5|8 (k1 k2 p1 p2 k3 k4 k5 k6; thin prism and tilt only as"
                        + " zeros)",
                "equidistant|5|4 (k1 k2 k3 k4)",
                "equidistant|0|4 (k1 k2 k3 k4)"
            })
    void shouldRefuseWrongNumberOfCoefficients(String name, int count, String wanted) {
        refused(
                () -> of(name, new double[count]),
                "camera_info: D has "
                        + count
                        + " coefficients for "
                        + name
                        + ", wanted "
                        + wanted
                        + ": correct D or distortion_model");
    }

    @Test
    void shouldRefuseUnknownModels() {
        refused(
                () -> of("kannala", new double[4]),
                "camera_info: distortion_model is 'kannala', wanted plumb_bob,"
                        + " rational_polynomial or equidistant: calibrate with one of these"
                        + " models");
        refused(
                () -> of("", new double[5]),
                "camera_info: distortion_model is empty but D has 5 coefficients, wanted"
                        + " plumb_bob, rational_polynomial or equidistant: name the model, or leave"
                        + " D empty for a rectified picture");
    }

    @Test
    void shouldRefuseNumbersThatAreNone() {
        String wanted =
                ", wanted a finite number: calibrate the camera again, or name a good file in"
                        + " camera_info_file";
        for (int i : new int[] {0, 2, 4, 5, 8}) {
            double[] k = K.clone();
            k[i] = Double.NaN;
            refused(
                    () -> of("plumb_bob", PLUMB_BOB, k),
                    "camera_info: K[" + i + "] is NaN" + wanted);
        }
        double[] d = PLUMB_BOB.clone();
        d[3] = Double.POSITIVE_INFINITY;
        refused(() -> of("plumb_bob", d), "camera_info: D[3] is Infinity" + wanted);
        refused(
                () -> CameraModel.pinhole(640, 480, 400, 400, Double.NaN, 240),
                "camera_info: K[2] (cx) is NaN" + wanted);
    }

    @Test
    void shouldRefuseFocalLengthsThatAreNotAboveZero() {
        double[] k = K.clone();
        k[0] = 0;
        refused(
                () -> of("plumb_bob", PLUMB_BOB, k),
                "camera_info: K[0] (fx) is 0, wanted a focal length above 0 pixels: ROS says so of"
                        + " a camera that was never calibrated; calibrate it, or name a file in"
                        + " camera_info_file");
        double[] mirrored = K.clone();
        mirrored[4] = -418.75;
        refused(
                () -> of("plumb_bob", PLUMB_BOB, mirrored),
                "camera_info: K[4] (fy) is -418.75, wanted a focal length above 0 pixels: turn a"
                        + " mirrored picture at its driver, not by a negative focal length");
    }

    @Test
    void shouldRefuseMatricesThatAreNoPinhole() {
        refused(
                () -> of("plumb_bob", PLUMB_BOB, new double[8]),
                "camera_info: K has 8 numbers, wanted 9 (3x3, row-major: fx 0 cx 0 fy cy 0 0 1):"
                        + " correct the camera matrix");
        double[] skewed = K.clone();
        skewed[1] = 0.5;
        refused(
                () -> of("plumb_bob", PLUMB_BOB, skewed),
                "camera_info: K is [420.5, 0.5, 318.25, 0.0, 418.75, 243.5, 0.0, 0.0, 1.0], wanted"
                        + " fx 0 cx, 0 fy cy, 0 0 1: skewed pixels are not supported, calibrate"
                        + " without skew");
    }

    @Test
    void shouldRefuseZeroSizes() {
        for (int[] size : new int[][] {{0, 480}, {640, 0}, {-640, 480}, {40000, 480}}) {
            refused(
                    () -> CameraModel.of(size[0], size[1], "plumb_bob", PLUMB_BOB, K),
                    "camera_info: picture size is "
                            + size[0]
                            + "x"
                            + size[1]
                            + ", wanted 1x1 to 32767x32767: set width and height to the camera's"
                            + " resolution");
        }
    }

    private static CameraModel of(String name, double[] d) {
        return of(name, d, K);
    }

    private static CameraModel of(String name, double[] d, double[] k) {
        return CameraModel.of(640, 480, name, d, k);
    }

    private static void refused(org.junit.jupiter.api.function.Executable work, String message) {
        assertEquals(message, assertThrows(CalibrationException.class, work).getMessage());
    }
}
