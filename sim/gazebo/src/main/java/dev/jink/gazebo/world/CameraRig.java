package dev.jink.gazebo.world;

import dev.jink.calibration.CameraModel;

/**
 * The drone's cameras: a pinhole at the body's origin, inside its collision sphere (from inside an
 * obstacle it would see through it), looking along body +x.
 *
 * @param width pixels
 * @param height pixels
 * @param fovRad horizontal view
 * @param stepsPerFrame physics steps from one picture to the next
 * @param farM beyond this nothing is drawn, metres along the optical axis
 * @param depth whether there is a depth camera too
 */
public record CameraRig(
        int width, int height, double fovRad, int stepsPerFrame, double farM, boolean depth) {
    /** Length of a physics step, seconds: what ODE needs for stable contacts. */
    public static final double STEP_SECONDS = 0.004;

    /** Nearer than this nothing is drawn. The collision sphere keeps things farther. */
    static final double NEAR_M = 0.05;

    public CameraRig {
        if (!(width >= 16 && width <= 1920 && height >= 16 && height <= 1080)) {
            throw new IllegalArgumentException(
                    "camera: got " + width + "x" + height + " pixels, wanted 16x16 to 1920x1080");
        }
        if (!(fovRad >= 0.3 && fovRad <= 2.6)) {
            throw new IllegalArgumentException(
                    "camera: got a view of " + fovRad + " rad, wanted 0.3 to 2.6");
        }
        if (!(stepsPerFrame >= 2 && stepsPerFrame <= 250)) {
            throw new IllegalArgumentException(
                    "camera: got "
                            + stepsPerFrame
                            + " physics steps a picture, wanted 2 to 250 (125 to 1 Hz)");
        }
        if (!(farM >= 1 && farM <= 200)) {
            throw new IllegalArgumentException(
                    "camera: got a far plane at " + farM + " m, wanted 1 to 200");
        }
    }

    /** As wide and as fine as the drone's camera of {@code sim/world}, 31.25 pictures a second. */
    public static CameraRig flight() {
        return new CameraRig(320, 240, Math.PI / 2, 8, 60, false);
    }

    public CameraRig withDepth(boolean other) {
        return new CameraRig(width, height, fovRad, stepsPerFrame, farM, other);
    }

    public CameraRig withSize(int otherWidth, int otherHeight) {
        return new CameraRig(otherWidth, otherHeight, fovRad, stepsPerFrame, farM, depth);
    }

    public CameraRig withStepsPerFrame(int other) {
        return new CameraRig(width, height, fovRad, other, farM, depth);
    }

    public double frameSeconds() {
        return stepsPerFrame * STEP_SECONDS;
    }

    /** Focal length in pixels: Gazebo's pixels are square. */
    public double focalPx() {
        return width / 2.0 / Math.tan(fovRad / 2);
    }

    /** The pinhole, pixel (0, 0) being the centre of the top left one. */
    public CameraModel model() {
        double f = focalPx();
        double[] k = {f, 0, (width - 1) / 2.0, 0, f, (height - 1) / 2.0, 0, 0, 1};
        return CameraModel.of(width, height, "plumb_bob", new double[5], k);
    }
}
