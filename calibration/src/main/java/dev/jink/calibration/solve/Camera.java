package dev.jink.calibration.solve;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Distortion;

import java.util.Arrays;

/**
 * Where the parameters of a camera stand in one array: fx fy cx cy, then the distortion, and at the
 * end what is no camera's but the board's, {@link LensModel#dots}.
 */
final class Camera {
    static final int FX = 0;
    static final int FY = 1;
    static final int CX = 2;
    static final int CY = 3;
    static final int DISTORTION = 4;

    private Camera() {}

    /** A camera without distortion, its axis through the middle of the picture. */
    static double[] ideal(LensModel lens, int width, int height, double focal) {
        double[] p = new double[lens.parameters()];
        p[FX] = focal;
        p[FY] = focal;
        p[CX] = (width - 1) / 2.0;
        p[CY] = (height - 1) / 2.0;
        return p;
    }

    static double[] of(CameraModel camera) {
        double[] d = camera.distortion().coefficients();
        double[] p = new double[DISTORTION + d.length + 1];
        p[FX] = camera.fx();
        p[FY] = camera.fy();
        p[CX] = camera.cx();
        p[CY] = camera.cy();
        System.arraycopy(d, 0, p, DISTORTION, d.length);
        return p;
    }

    static CameraModel model(LensModel lens, int width, int height, double[] p) {
        return new CameraModel(
                width,
                height,
                p[FX],
                p[FY],
                p[CX],
                p[CY],
                Distortion.of(lens.rosName(), Arrays.copyOfRange(p, DISTORTION, lens.dots())));
    }
}
