package dev.jink.training;

import dev.jink.calibration.CameraModel;

import org.bytedeco.opencv.opencv_core.Mat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * What a depth picture says of the network's cells. Every surface counts, ground too: a depth
 * camera doesn't know which of them are obstacles.
 *
 * <p>Each pixel of the virtual picture looks up the depth along its ray; a cell's range is that of
 * its third nearest pixel of 64, so that single wrong pixels at edges decide nothing, and it is
 * known when at least half of its pixels are.
 */
final class DepthTruth {
    private static final float METRES = 0.001f;
    private static final float FOCAL = 80f;
    private static final float CENTRE_X = 79.5f;
    private static final float CENTRE_Y = 59.5f;
    private static final int NEAREST = 2;

    private DepthTruth() {}

    /**
     * Ranges of all cells, metres along the ray.
     *
     * @param depth u16, millimetres along the optical axis, 0 = not known
     * @param camera that took it, looking where the virtual camera looks
     * @return NaN where not known
     */
    static float[] of(Mat depth, CameraModel camera) {
        double[] k = camera.k();
        MemorySegment pixels = Walk.pixels(depth);
        float[] rangeM = new float[VirtualPicture.CELLS];
        float[] cellM = new float[VirtualPicture.CELL_PIXELS * VirtualPicture.CELL_PIXELS];
        for (int cell = 0; cell < rangeM.length; cell++) {
            int left = cell % VirtualPicture.COLUMNS * VirtualPicture.CELL_PIXELS;
            int top = cell / VirtualPicture.COLUMNS * VirtualPicture.CELL_PIXELS;
            int known = 0;
            for (int i = 0; i < cellM.length; i++) {
                float right = (left + i % VirtualPicture.CELL_PIXELS - CENTRE_X) / FOCAL;
                float down = (top + i / VirtualPicture.CELL_PIXELS - CENTRE_Y) / FOCAL;
                long x = Math.round(k[0] * right + k[2]);
                long y = Math.round(k[4] * down + k[5]);
                boolean inside = x >= 0 && y >= 0 && x < depth.cols() && y < depth.rows();
                int mm = inside ? millimetres(pixels, y * depth.step() + 2 * x) : 0;
                cellM[i] =
                        mm == 0
                                ? Float.POSITIVE_INFINITY
                                : mm * METRES * (float) Math.sqrt(1 + right * right + down * down);
                known += mm == 0 ? 0 : 1;
            }
            Arrays.sort(cellM);
            rangeM[cell] = 2 * known >= cellM.length ? cellM[NEAREST] : Float.NaN;
        }
        return rangeM;
    }

    private static int millimetres(MemorySegment pixels, long at) {
        return pixels.get(ValueLayout.JAVA_CHAR_UNALIGNED, at);
    }
}
