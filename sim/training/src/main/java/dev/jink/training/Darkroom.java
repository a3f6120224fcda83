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

    /** Share of pictures that another light falls on from one side, and by how many stops. */
    private static final double SLANT_SHARE = 0.3;

    private static final double MOST_SLANT_EV = 1.5;

    private static final double RAIN_SHARE = 0.06;

    private static final double RIM_SHARE = 0.08;

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
        if (!flight && random.nextDouble() < SLANT_SHARE) {
            slant(random, light);
        }
        if (!flight && random.nextDouble() < RAIN_SHARE) {
            Raindrops.fall(random, light, VirtualPicture.WIDTH, VirtualPicture.HEIGHT);
        }
        SensorSettings any = SensorSettings.randomised(random.nextLong());
        sensor.reset();
        sensor.expose(
                shot, flight ? SensorSettings.flight() : any, random.nextLong(), out.picture());
        if (!flight && random.nextDouble() < RIM_SHARE) {
            Rim.draw(random, out.picture(), VirtualPicture.WIDTH, VirtualPicture.HEIGHT);
        }
        out.label(frame, flip);
        out.normalise(FieldOfView.drawn(random));
    }

    /** Light that grows across the picture, as beside a window or under one bright lamp. */
    private static void slant(SplittableRandom random, float[] light) {
        double angle = random.nextDouble(2 * Math.PI);
        double stops = random.nextDouble(MOST_SLANT_EV);
        double perColumn = Math.cos(angle) * stops / VirtualPicture.HEIGHT;
        double perRow = Math.sin(angle) * stops / VirtualPicture.HEIGHT;
        float step = (float) Math.pow(2, perColumn);
        for (int y = 0; y < VirtualPicture.HEIGHT; y++) {
            float gain =
                    (float)
                            Math.pow(
                                    2,
                                    perRow * (y - VirtualPicture.HEIGHT / 2)
                                            - perColumn * (VirtualPicture.WIDTH / 2));
            for (int x = 0; x < VirtualPicture.WIDTH; x++) {
                light[y * VirtualPicture.WIDTH + x] *= gain;
                gain *= step;
            }
        }
    }
}
