package dev.jink.training;

import dev.jink.sim.camera.Sensor;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.camera.Shot;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;

/**
 * Turns stored light into the picture of some camera in some moment: exposure, response, blur,
 * noise, mirror, a narrower view. The same frame gives a different picture every time it is drawn.
 * Not thread-safe.
 */
final class Darkroom {
    /** Share of pictures by the camera of the simulated flights; the others by any camera. */
    private static final double FLIGHT_SHARE = 0.3;

    private static final double NARROW_SHARE = 0.2;

    /** Margins of a camera with 70° x 52° of view: 80 - 80 tan 35°, 60 - 80 tan 26°. */
    private static final int MOST_MARGIN_X = 24;

    private static final int MOST_MARGIN_Y = 21;

    private final Shot shot = new Shot(VirtualPicture.WIDTH, VirtualPicture.HEIGHT);
    private final Sensor sensor = new Sensor(VirtualPicture.WIDTH, VirtualPicture.HEIGHT);

    /** Develops a frame and takes its labels along. */
    void develop(MemorySegment frame, SplittableRandom random, Example out) {
        boolean flip = random.nextBoolean();
        float[] light = shot.luminance();
        for (int y = 0; y < VirtualPicture.HEIGHT; y++) {
            int row = y * VirtualPicture.WIDTH;
            for (int x = 0; x < VirtualPicture.WIDTH; x++) {
                int from = flip ? VirtualPicture.WIDTH - 1 - x : x;
                light[row + x] = FrameLayout.light(frame, row + from);
            }
        }
        boolean flight = random.nextDouble() < FLIGHT_SHARE;
        SensorSettings any = SensorSettings.randomised(random.nextLong());
        sensor.reset();
        sensor.expose(
                shot, flight ? SensorSettings.flight() : any, random.nextLong(), out.picture());
        out.label(frame, flip);
        boolean narrow = random.nextDouble() < NARROW_SHARE;
        int marginX = random.nextInt(MOST_MARGIN_X + 1);
        int marginY = random.nextInt(MOST_MARGIN_Y + 1);
        out.normalise(narrow ? marginX : 0, narrow ? marginY : 0);
    }
}
