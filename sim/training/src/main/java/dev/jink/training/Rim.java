package dev.jink.training;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;

/**
 * An even rim around a picture, as undistorted or registered camera pictures often carry it: white,
 * black or grey, of another width on each side. Unlike an empty border it is part of the picture.
 */
final class Rim {
    private static final int MOST_PIXELS = 9;

    private Rim() {}

    /** Draws a rim over a picture, u8 [height][width]. */
    static void draw(SplittableRandom random, MemorySegment picture, int width, int height) {
        double sort = random.nextDouble();
        byte shade = (byte) (sort < 0.5 ? 255 : sort < 0.75 ? 0 : random.nextInt(256));
        int left = random.nextInt(MOST_PIXELS + 1);
        int right = width - random.nextInt(MOST_PIXELS + 1);
        int top = random.nextInt(MOST_PIXELS + 1);
        int bottom = height - random.nextInt(MOST_PIXELS + 1);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if (x < left || x >= right || y < top || y >= bottom) {
                    picture.set(ValueLayout.JAVA_BYTE, (long) y * width + x, shade);
                }
            }
        }
    }
}
