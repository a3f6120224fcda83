package dev.jink.sim.camera;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.VirtualCamera;

/**
 * The rays of a camera's pixels, and the bounds of its columns and rows: made once per camera
 * model. Immutable, any thread. All rays must point forward (less than 180° of view).
 */
public final class CameraRays {
    /** Columns and rows of pixels are taken together by so many where bounds may be rough. */
    static final int TILE = 8;

    private final int width;
    private final int height;
    // Ray through pixel i in the optical frame is (right[i], down[i], 1).
    private final float[] right;
    private final float[] down;
    // 1 over the length of that ray.
    private final double[] norm;
    private final Stripes columns;
    private final Stripes rows;
    private final float pixelRad;

    private CameraRays(int width, int height, float[] right, float[] down, double focal) {
        this.width = width;
        this.height = height;
        this.right = right;
        this.down = down;
        norm = new double[width * height];
        for (int i = 0; i < norm.length; i++) {
            norm[i] = 1 / Math.sqrt(1 + (double) right[i] * right[i] + (double) down[i] * down[i]);
        }
        pixelRad = (float) (1 / focal);
        columns = stripes(right, 1, width, width, height);
        rows = stripes(down, width, 1, height, width);
    }

    /**
     * @param next from one stripe to the next, pixels
     * @param along from one pixel of a stripe to its next
     */
    private static Stripes stripes(float[] at, int next, int along, int count, int length) {
        float[] least = new float[count];
        float[] most = new float[count];
        for (int i = 0; i < count; i++) {
            least[i] = at[i * next];
            most[i] = at[i * next];
            for (int k = 1; k < length; k++) {
                least[i] = Math.min(least[i], at[i * next + k * along]);
                most[i] = Math.max(most[i], at[i * next + k * along]);
            }
        }
        return new Stripes(least, most);
    }

    /** @throws IllegalArgumentException when a pixel of the camera sees nothing in front of it */
    public static CameraRays of(CameraModel camera) {
        int width = camera.width();
        int height = camera.height();
        float[] right = new float[width * height];
        float[] down = new float[width * height];
        double[] ray = new double[3];
        for (int i = 0; i < right.length; i++) {
            boolean seen = camera.ray(i % width, i / width, ray);
            if (!seen || !(ray[2] > 0.05)) {
                throw new IllegalArgumentException(
                        "simulated camera: no forward ray at pixel "
                                + i % width
                                + ", "
                                + i / width
                                + ", wanted every pixel to look forward: less distortion or a"
                                + " longer focal length");
            }
            right[i] = (float) (ray[0] / ray[2]);
            down[i] = (float) (ray[1] / ray[2]);
        }
        return new CameraRays(width, height, right, down, camera.fx());
    }

    public static CameraRays of(VirtualCamera camera) {
        return pinhole(
                camera.width(),
                camera.height(),
                camera.fx(),
                camera.fy(),
                camera.cx(),
                camera.cy());
    }

    /** An ideal camera; pixel (0, 0) is the centre of the top left pixel. */
    public static CameraRays pinhole(
            int width, int height, double fx, double fy, double cx, double cy) {
        float[] right = new float[width * height];
        float[] down = new float[width * height];
        for (int i = 0; i < right.length; i++) {
            right[i] = (float) ((i % width - cx) / fx);
            down[i] = (float) ((i / width - cy) / fy);
        }
        return new CameraRays(width, height, right, down, fx);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The columns of pixels, by their rays' right. */
    Stripes columns() {
        return columns;
    }

    /** The rows of pixels, by their rays' down. */
    Stripes rows() {
        return rows;
    }

    float right(int pixel) {
        return right[pixel];
    }

    float down(int pixel) {
        return down[pixel];
    }

    /**
     * @throws IllegalArgumentException when the shot's size is not the camera's
     */
    void check(Shot shot) {
        if (shot.width() != width || shot.height() != height) {
            throw new IllegalArgumentException(
                    "shot is "
                            + shot.width()
                            + "x"
                            + shot.height()
                            + ", wanted the camera's "
                            + width
                            + "x"
                            + height);
        }
    }

    /**
     * Unit directions of all rays in the world, [h][w].
     *
     * @param rotation of the camera's body, as {@link Pose#rotation} gives it
     */
    void directions(double[] rotation, double[] dx, double[] dy, double[] dz) {
        double m0 = rotation[0];
        double m1 = rotation[1];
        double m2 = rotation[2];
        double m3 = rotation[3];
        double m4 = rotation[4];
        double m5 = rotation[5];
        double m6 = rotation[6];
        double m7 = rotation[7];
        double m8 = rotation[8];
        for (int i = 0; i < norm.length; i++) {
            dx[i] = (m0 - right[i] * m1 - down[i] * m2) * norm[i];
            dy[i] = (m3 - right[i] * m4 - down[i] * m5) * norm[i];
            dz[i] = (m6 - right[i] * m7 - down[i] * m8) * norm[i];
        }
    }

    /** Angle between neighbouring pixels at the centre. */
    float pixelRad() {
        return pixelRad;
    }
}
