package dev.jink.training;

import java.util.SplittableRandom;

/**
 * Drops of water on the lens. Each is a lens of its own and shows the scene upside down and
 * smaller, smeared at its rim. Shared by nobody; allocates one copy of the picture.
 */
final class Raindrops {
    private static final int MOST = 12;
    private static final double LEAST_PX = 2.5;
    private static final double MOST_PX = 11;

    /** How much more of the scene a drop shows than it covers. */
    private static final float REACH = 2.5f;

    private Raindrops() {}

    /**
     * Lets drops fall on a picture.
     *
     * @param light linear, [height][width]. Modified.
     */
    static void fall(SplittableRandom random, float[] light, int width, int height) {
        float[] dry = light.clone();
        int drops = 1 + random.nextInt(MOST);
        for (int i = 0; i < drops; i++) {
            double radius = LEAST_PX * Math.pow(MOST_PX / LEAST_PX, random.nextDouble());
            drop(
                    dry,
                    light,
                    width,
                    height,
                    random.nextDouble(width),
                    random.nextDouble(height),
                    radius);
        }
    }

    private static void drop(
            float[] dry,
            float[] light,
            int width,
            int height,
            double centreX,
            double centreY,
            double radius) {
        int fromY = Math.max(0, (int) (centreY - radius));
        int toY = Math.min(height - 1, (int) (centreY + radius));
        int fromX = Math.max(0, (int) (centreX - radius));
        int toX = Math.min(width - 1, (int) (centreX + radius));
        for (int y = fromY; y <= toY; y++) {
            for (int x = fromX; x <= toX; x++) {
                double dx = x - centreX;
                double dy = y - centreY;
                double share = (dx * dx + dy * dy) / (radius * radius);
                if (share < 1) {
                    int seenX = (int) Math.clamp(centreX - REACH * dx, 0, width - 1);
                    int seenY = (int) Math.clamp(centreY - REACH * dy, 0, height - 1);
                    float wet = (float) Math.min(1, 2 * (1 - share));
                    int at = y * width + x;
                    light[at] += wet * (dry[seenY * width + seenX] - light[at]);
                }
            }
        }
    }
}
