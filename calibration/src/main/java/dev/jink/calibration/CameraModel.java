package dev.jink.calibration;

/**
 * A real camera: the size of its pictures, its pinhole and its lens. Projection happens in the
 * optical frame (x right, y down, z forward).
 *
 * <p>Immutable; every method may be called from any thread.
 *
 * @param width of the picture in pixels
 * @param height of the picture in pixels
 * @param fx focal length in pixels
 * @param fy focal length in pixels
 * @param cx principal point in pixels; (0, 0) is the centre of the top left pixel
 * @param cy principal point in pixels
 * @param distortion of the lens
 */
public record CameraModel(
        int width, int height, double fx, double fy, double cx, double cy, Distortion distortion) {
    private static final int RIM_STEPS = 16;

    /**
     * @throws CalibrationException in one line for a zero size, NaN, a focal length not above 0
     */
    public CameraModel {
        CameraInfoCheck.size(width, height);
        CameraInfoCheck.focal("K[0] (fx)", fx);
        CameraInfoCheck.focal("K[4] (fy)", fy);
        CameraInfoCheck.finite("K[2] (cx)", cx);
        CameraInfoCheck.finite("K[5] (cy)", cy);
    }

    /**
     * A camera from the fields of a ROS camera_info.
     *
     * @param distortionModel plumb_bob, rational_polynomial, equidistant; empty with an empty D
     * @param d distortion coefficients, see {@link Distortion#of}
     * @param k 3x3 camera matrix, row-major
     * @throws CalibrationException in one line when one of them can't be flown with
     */
    public static CameraModel of(
            int width, int height, String distortionModel, double[] d, double[] k) {
        CameraInfoCheck.size(width, height);
        CameraInfoCheck.matrix(k);
        return new CameraModel(
                width, height, k[0], k[4], k[2], k[5], Distortion.of(distortionModel, d));
    }

    /** An ideal camera without distortion. */
    public static CameraModel pinhole(
            int width, int height, double fx, double fy, double cx, double cy) {
        return new CameraModel(width, height, fx, fy, cx, cy, Distortion.none());
    }

    /** A fresh 3x3 camera matrix, row-major, as in camera_info. */
    public double[] k() {
        return new double[] {fx, 0, cx, 0, fy, cy, 0, 0, 1};
    }

    /**
     * Projects a point of the optical frame to a pixel, inside the picture or not.
     *
     * @param x right, any unit
     * @param y down
     * @param z forward
     * @param uv receives the pixel; NaN, NaN when the lens can't see the point at all
     * @return whether the lens can see the point, see {@link Distortion#bend}
     */
    public boolean project(double x, double y, double z, double[] uv) {
        boolean seen = distortion.bend(x, y, z, uv);
        uv[0] = fx * uv[0] + cx;
        uv[1] = fy * uv[1] + cy;
        return seen;
    }

    /**
     * The inverse of {@link #project}: the unit ray that falls on a pixel. Iterative; for building
     * tables, not for the flight path.
     *
     * @param u pixel column, may lie between pixels
     * @param v pixel row
     * @param xyz receives the unit ray in the optical frame; NaN when no ray falls there
     * @return whether a ray falls there
     */
    public boolean ray(double u, double v, double[] xyz) {
        return RaySearch.find(distortion, (u - cx) / fx, (v - cy) / fy, xyz);
    }

    /**
     * The same camera and lens with another number of pixels over the same picture, for a camera
     * that was calibrated at one resolution and runs at another of the same aspect.
     *
     * @throws CalibrationException when the aspect differs by more than one pixel's worth
     */
    public CameraModel scaledTo(int newWidth, int newHeight) {
        CameraInfoCheck.size(newWidth, newHeight);
        double sx = (double) newWidth / width;
        double sy = (double) newHeight / height;
        if (Math.abs(sx * height - newHeight) > 1 && Math.abs(sy * width - newWidth) > 1) {
            throw new CalibrationException(
                    "camera_info: the calibration is for "
                            + width
                            + "x"
                            + height
                            + ", the picture is "
                            + newWidth
                            + "x"
                            + newHeight
                            + ", wanted the same aspect: a cropped picture needs a calibration of"
                            + " its own");
        }
        return new CameraModel(
                newWidth,
                newHeight,
                fx * sx,
                fy * sy,
                (cx + 0.5) * sx - 0.5,
                (cy + 0.5) * sy - 0.5,
                distortion);
    }

    /**
     * How far from the principal point to the picture's rim pixels have rays: 1 to the rim, less where
     * the lens's formula folds before. Pixels beyond are not seen by any map.
     */
    public double seenShare() {
        for (int percent = 100; percent > 0; percent--) {
            if (seesTo(percent / 100.0)) {
                return percent / 100.0;
            }
        }
        return 0;
    }

    private boolean seesTo(double share) {
        double[] ray = new double[3];
        double left = cx - share * (cx + 0.5);
        double right = cx + share * (width - 0.5 - cx);
        double top = cy - share * (cy + 0.5);
        double bottom = cy + share * (height - 0.5 - cy);
        for (int i = 0; i <= RIM_STEPS; i++) {
            double u = left + (right - left) * i / RIM_STEPS;
            double v = top + (bottom - top) * i / RIM_STEPS;
            boolean seen =
                    ray(u, top, ray)
                            && ray(u, bottom, ray)
                            && ray(left, v, ray)
                            && ray(right, v, ray);
            if (!seen) {
                return false;
            }
        }
        return true;
    }
}
