package dev.jink.sim.camera;

import dev.jink.calibration.CameraModel;

/** The camera that simulated drones carry: 320x240, 90° wide, a mild barrel distortion. */
public final class FlightCamera {
    private static final double[] BARREL = {-0.06, 0.012, 0.0004, -0.0003, 0};

    private FlightCamera() {}

    /** Looks along body +x from the body's origin. */
    public static CameraModel model() {
        double[] k = {160, 0, 159.5, 0, 160, 119.5, 0, 0, 1};
        return CameraModel.of(320, 240, "plumb_bob", BARREL, k);
    }

    /** The same lens before a sensor of 160x120: four times as many pictures a second of trials. */
    public static CameraModel small() {
        double[] k = {80, 0, 79.5, 0, 80, 59.5, 0, 0, 1};
        return CameraModel.of(160, 120, "plumb_bob", BARREL, k);
    }

    /** The barrel's coefficients k1 k2 p1 p2 k3, for a camera_info. */
    public static double[] distortion() {
        return BARREL.clone();
    }
}
