package dev.jink.perception.sight;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * How sharp a picture is, whatever its contrast: the mean squared difference D between neighbours,
 * beside each other and above each other, over twice the variance.
 *
 * <pre>
 *   sharpness = (D_x + D_y) / (4 · deviation²)
 * </pre>
 *
 * That is one minus the mean correlation of neighbours: near 1 for noise, 0.01 to 0.1 for pictures
 * of 160x120 from a lens in focus, below 0.0025 once edges are smeared over a tenth of its width.
 * Light and contrast cancel out; the sensor's own noise raises it, so that a dim picture is never
 * called blurred for its noise.
 *
 * <p>Not thread-safe; allocates for the first picture of a size alone.
 */
public final class Sharpness {
    private byte[] pixel = {};
    private byte[] seen = {};

    /**
     * Measures one picture.
     *
     * @param picture u8 [height][width]. Not modified.
     * @param valid u8 [height][width], 0 = outside of the camera's picture. Not modified.
     * @param deviation standard deviation of the grey levels inside
     * @return 0 and more; 0 when the picture has no contrast or no two neighbours
     */
    public double of(MemorySegment picture, MemorySegment valid, int width, double deviation) {
        int pixels = (int) picture.byteSize();
        if (pixel.length != pixels) {
            pixel = new byte[pixels];
            seen = new byte[pixels];
        }
        MemorySegment.copy(picture, ValueLayout.JAVA_BYTE, 0, pixel, 0, pixels);
        MemorySegment.copy(valid, ValueLayout.JAVA_BYTE, 0, seen, 0, pixels);
        long squares = 0;
        long pairs = 0;
        for (int row = 0; row + width <= pixels; row += width) {
            int last = row + width - 1;
            for (int i = row; i < last; i++) {
                int both = seen[i] & seen[i + 1] & 1;
                int step = (pixel[i + 1] & 0xFF) - (pixel[i] & 0xFF);
                squares += both * step * step;
                pairs += both;
            }
        }
        for (int i = 0; i < pixels - width; i++) {
            int both = seen[i] & seen[i + width] & 1;
            int step = (pixel[i + width] & 0xFF) - (pixel[i] & 0xFF);
            squares += both * step * step;
            pairs += both;
        }
        double variance = deviation * deviation;
        return pairs == 0 || variance == 0 ? 0 : squares / (2.0 * pairs * variance);
    }
}
