package dev.jink.training;

import java.util.SplittableRandom;

/**
 * The part of the virtual camera's picture that a real camera covers; the rest is empty, in the
 * picture and in the labels. A camera that sees less than 90° leaves borders, one that is mounted
 * askew leaves them on one side.
 *
 * @param left first column that is covered, pixels
 * @param top first row
 * @param right first column behind it that is not
 * @param bottom first row behind it that is not
 */
record FieldOfView(int left, int top, int right, int bottom) {
    /** Of a camera that covers all of the virtual one's picture. */
    static final FieldOfView WHOLE =
            new FieldOfView(0, 0, VirtualPicture.WIDTH, VirtualPicture.HEIGHT);

    /** Share of pictures by a camera that does not. */
    private static final double NARROW_SHARE = 0.45;

    private static final double LEAST_ACROSS = Math.toRadians(53);
    private static final double MOST_ACROSS = Math.toRadians(90);

    /** Height by width, from 16:9 to 5:4. */
    private static final double FLATTEST = 9 / 16.0;

    private static final double TALLEST = 4 / 5.0;

    /** How far the mount may turn the camera's axis away, up or down and to the side. */
    private static final double MOST_PITCH = Math.toRadians(20);

    private static final double MOST_YAW = Math.toRadians(6);

    /** That of a camera drawn at random: in most cases the whole. */
    static FieldOfView drawn(SplittableRandom random) {
        double across = random.nextDouble(LEAST_ACROSS, MOST_ACROSS);
        double aspect = random.nextDouble(FLATTEST, TALLEST);
        double pitch = random.nextDouble(-MOST_PITCH, MOST_PITCH);
        double yaw = random.nextDouble(-MOST_YAW, MOST_YAW);
        if (random.nextDouble() >= NARROW_SHARE) {
            return WHOLE;
        }
        double focal = VirtualPicture.WIDTH / 2.0; // of 90° across, pixels
        double halfWidth = focal * Math.tan(across / 2);
        double halfHeight = halfWidth * aspect;
        double x = VirtualPicture.WIDTH / 2.0 + focal * Math.tan(yaw);
        double y = VirtualPicture.HEIGHT / 2.0 + focal * Math.tan(pitch);
        return new FieldOfView(
                (int) Math.max(0, Math.ceil(x - halfWidth)),
                (int) Math.max(0, Math.ceil(y - halfHeight)),
                (int) Math.min(VirtualPicture.WIDTH, Math.floor(x + halfWidth)),
                (int) Math.min(VirtualPicture.HEIGHT, Math.floor(y + halfHeight)));
    }

    /** Whether it covers all of a square of pixels, whose first is at (x, y). */
    boolean covers(int x, int y, int side) {
        return x >= left && x + side <= right && y >= top && y + side <= bottom;
    }
}
