package dev.jink.calibration;

import java.util.Arrays;

/** What the numbers of a camera_info must be, refused in one line, fields named as in ROS. */
final class CameraInfoCheck {
    /** OpenCV's fixed-point maps hold pixel positions in 16 bits with a sign. */
    static final int LARGEST_SIDE = Short.MAX_VALUE;

    private CameraInfoCheck() {}

    static void finite(String field, double got) {
        if (!Double.isFinite(got)) {
            throw new CalibrationException(
                    "camera_info: "
                            + field
                            + " is "
                            + got
                            + ", wanted a finite number: calibrate the camera again, or name a good"
                            + " file in camera_info_file");
        }
    }

    static void count(String model, int got, boolean right, String wanted) {
        if (!right) {
            throw new CalibrationException(
                    "camera_info: D has "
                            + got
                            + " coefficients for "
                            + model
                            + ", wanted "
                            + wanted
                            + ": correct D or distortion_model");
        }
    }

    static void size(int width, int height) {
        if (width < 1 || height < 1 || width > LARGEST_SIDE || height > LARGEST_SIDE) {
            throw new CalibrationException(
                    "camera_info: picture size is "
                            + width
                            + "x"
                            + height
                            + ", wanted 1x1 to "
                            + LARGEST_SIDE
                            + "x"
                            + LARGEST_SIDE
                            + ": set width and height to the camera's resolution");
        }
    }

    static void focal(String field, double got) {
        finite(field, got);
        if (got == 0) {
            throw new CalibrationException(
                    "camera_info: "
                            + field
                            + " is 0, wanted a focal length above 0 pixels: ROS says so of a camera"
                            + " that was never calibrated; calibrate it, or name a file in"
                            + " camera_info_file");
        }
        if (got < 0) {
            throw new CalibrationException(
                    "camera_info: "
                            + field
                            + " is "
                            + got
                            + ", wanted a focal length above 0 pixels: turn a mirrored picture at"
                            + " its driver, not by a negative focal length");
        }
    }

    /** K of a pinhole camera, row-major: fx 0 cx, 0 fy cy, 0 0 1. */
    static void matrix(double[] k) {
        if (k.length != 9) {
            throw new CalibrationException(
                    "camera_info: K has "
                            + k.length
                            + " numbers, wanted 9 (3x3, row-major: fx 0 cx 0 fy cy 0 0 1): correct"
                            + " the camera matrix");
        }
        for (int i = 0; i < k.length; i++) {
            finite("K[" + i + "]", k[i]);
        }
        focal("K[0] (fx)", k[0]);
        focal("K[4] (fy)", k[4]);
        if (k[1] != 0 || k[3] != 0 || k[6] != 0 || k[7] != 0 || k[8] != 1) {
            throw new CalibrationException(
                    "camera_info: K is "
                            + Arrays.toString(k)
                            + ", wanted fx 0 cx, 0 fy cy, 0 0 1: skewed pixels are not supported,"
                            + " calibrate without skew");
        }
    }
}
