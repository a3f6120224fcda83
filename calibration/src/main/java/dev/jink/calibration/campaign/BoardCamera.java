package dev.jink.calibration.campaign;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.OpenCv;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.solve.BoardPose;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

import java.util.SplittableRandom;

/**
 * Renders a board as a camera sees it: each pixel is the mean over its area of what lies along its
 * rays, then lens blur, noise, 8 bits. Exact to the lens formula at the corners of 2x2 pixels; in
 * between rays are interpolated, which leaves a lens off by less than 0.001 pixel. Any thread.
 */
public final class BoardCamera {
    /**
     * Samples in a pixel that an edge crosses, as points (i / n, i g / n) of a Fibonacci lattice: no
     * edge, however it runs, passes along many of them. A grid of 6x6 left dots off by 0.004 px, in
     * every picture of one pose alike.
     */
    private static final int SAMPLES = 89;

    private static final int GENERATOR = 55;

    private final CameraModel camera;

    /** Pixels a side of a cell with exact rays at its corners. */
    private static final int CELL = 2;

    /** Unit rays through the cells' corners, [rows][stride][3]; NaN where there is none. */
    private final float[] rays;

    private final int stride;

    /**
     * The picture's faults.
     *
     * @param blurPx deviation of the lens's blur
     * @param noise deviation in grey levels
     * @param seed of the noise and of the light
     */
    public record Faults(double blurPx, double noise, long seed) {}

    public BoardCamera(CameraModel camera) {
        OpenCv.start();
        this.camera = camera;
        stride = (camera.width() + CELL - 1) / CELL + 1;
        rays = new float[stride * ((camera.height() + CELL - 1) / CELL + 1) * 3];
        double[] ray = new double[3];
        for (int i = 0; i < rays.length / 3; i++) {
            camera.ray(i % stride * CELL - 0.5, i / stride * CELL - 0.5, ray);
            for (int k = 0; k < 3; k++) {
                rays[3 * i + k] = (float) ray[k];
            }
        }
    }

    public CameraModel camera() {
        return camera;
    }

    /** What the camera sees of the board. */
    public GrayPicture picture(String name, Print print, BoardPose pose, Faults faults) {
        int width = camera.width();
        int height = camera.height();
        SplittableRandom random = new SplittableRandom(faults.seed());
        double brightness = random.nextDouble(150, 230);
        double slopeX = random.nextDouble(-0.25, 0.25) / width;
        double slopeY = random.nextDouble(-0.25, 0.25) / height;
        double around = random.nextDouble(0.15, 0.6);
        float[] light = new float[width * height];
        Plane plane = new Plane(pose);
        double[] above = row(print, plane, 0, around);
        for (int v = 0; v < height; v++) {
            double[] below = row(print, plane, v + 1, around);
            for (int u = 0; u < width; u++) {
                double fall = 1 + slopeX * (u - width / 2.0) + slopeY * (v - height / 2.0);
                boolean plain =
                        above[u] == above[u + 1]
                                && above[u] == below[u]
                                && above[u] == below[u + 1];
                double seen = plain ? above[u] : edge(print, plane, u, v, around);
                light[v * width + u] = (float) (brightness * fall * seen);
            }
            above = below;
        }
        blur(light, faults.blurPx());
        byte[] gray = new byte[light.length];
        for (int i = 0; i < gray.length; i++) {
            double level = light[i] + faults.noise() * random.nextGaussian();
            gray[i] = (byte) Math.clamp(Math.round(level), 0, 255);
        }
        return new GrayPicture(name, width, height, gray);
    }

    /** What lies at the upper corners of a row of pixels, [width + 1]. */
    private double[] row(Print print, Plane plane, int v, double around) {
        double[] row = new double[camera.width() + 1];
        for (int u = 0; u < row.length; u++) {
            row[u] = sample(print, plane, u, v, around);
        }
        return row;
    }

    /** The mean over a pixel that an edge crosses. */
    private double edge(Print print, Plane plane, int u, int v, double around) {
        double sum = 0;
        for (int i = 0; i < SAMPLES; i++) {
            double a = (i + 0.5) / SAMPLES;
            double b = (i * GENERATOR % SAMPLES + 0.5) / SAMPLES;
            sum += sample(print, plane, u + a, v + b, around);
        }
        return sum / SAMPLES;
    }

    /** At a place in pixels from the picture's top left edge. */
    private double sample(Print print, Plane plane, double right, double down, double around) {
        int column = Math.min((int) right / CELL, stride - 2);
        int row = Math.min((int) down / CELL, rays.length / 3 / stride - 2);
        int corner = 3 * (row * stride + column);
        double a = right / CELL - column;
        double b = down / CELL - row;
        int below = corner + 3 * stride;
        double x = mix(corner, below, a, b);
        double y = mix(corner + 1, below + 1, a, b);
        double z = mix(corner + 2, below + 2, a, b);
        if (!plane.meet(x, y, z)) {
            return around;
        }
        double printed = print.at(plane.x, plane.y);
        return Double.isNaN(printed) ? around : printed;
    }

    private double mix(int above, int below, double a, double b) {
        return (1 - b) * ((1 - a) * rays[above] + a * rays[above + 3])
                + b * ((1 - a) * rays[below] + a * rays[below + 3]);
    }

    private void blur(float[] light, double sigma) {
        if (sigma <= 0) {
            return;
        }
        try (Mat mat = new Mat(camera.height(), camera.width(), opencv_core.CV_32FC1);
                Size any = new Size(0, 0);
                BytePointer bytes = new BytePointer(mat.data());
                FloatPointer floats = new FloatPointer(bytes)) {
            floats.put(light, 0, light.length);
            opencv_imgproc.GaussianBlur(mat, mat, any, sigma);
            floats.get(light, 0, light.length);
        }
    }

    /** Where rays meet the board's plane. */
    private static final class Plane {
        private final double[] r;
        private final double[] t;
        private final double offset;
        double x;
        double y;

        Plane(BoardPose pose) {
            r = pose.rotation();
            t = pose.translation();
            offset = r[2] * t[0] + r[5] * t[1] + r[8] * t[2];
        }

        boolean meet(double dx, double dy, double dz) {
            double far = offset / (r[2] * dx + r[5] * dy + r[8] * dz);
            if (!(far > 0)) {
                return false;
            }
            double px = far * dx - t[0];
            double py = far * dy - t[1];
            double pz = far * dz - t[2];
            x = r[0] * px + r[3] * py + r[6] * pz;
            y = r[1] * px + r[4] * py + r[7] * pz;
            return true;
        }
    }
}
