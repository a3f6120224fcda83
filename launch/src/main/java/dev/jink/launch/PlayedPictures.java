package dev.jink.launch;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.PictureSource.Picture;
import dev.jink.launch.ros.RecordedCamera;
import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BiFunction;

/** A folder of pictures or a video. Its camera and its motion are made up: nobody recorded them. */
final class PlayedPictures implements Recording {
    private static final double USUAL_HZ = 15;
    private static final int GREETINGS = 20;
    private static final long GREETING_NANOS = 50_000_000L;

    private final Path path;
    private final double hz;
    private final double speedMps;
    private final CameraModel camera;
    private final String description;

    /**
     * @param hz 0 for the recording's own
     * @param speedMps wanted straight on
     * @param cameras the camera of pictures of a width and height
     * @param by who says so, in words
     * @throws UsageException in one line, when there is nothing to play
     */
    PlayedPictures(
            Path path,
            double hz,
            double speedMps,
            BiFunction<Integer, Integer, CameraModel> cameras,
            String by)
            throws IOException {
        this.path = path;
        this.speedMps = speedMps;
        try (PictureSource source = PictureSource.open(path)) {
            Picture first = source.next();
            if (first == null) {
                throw new UsageException("no picture in " + path + ": wanted at least one");
            }
            this.hz = hz > 0 ? hz : source.rate() > 0 ? source.rate() : USUAL_HZ;
            camera = cameras.apply(first.width(), first.height());
            description =
                    "%s: %s pictures of %dx%d %s at %.3g Hz, %s"
                            .formatted(
                                    path,
                                    source.count() < 0 ? "?" : source.count(),
                                    first.width(),
                                    first.height(),
                                    first.encoding(),
                                    this.hz,
                                    by);
        }
    }

    @Override
    public String describe() {
        return description;
    }

    @Override
    public int width() {
        return camera.width();
    }

    @Override
    public int height() {
        return camera.height();
    }

    @Override
    public void play(RecordedCamera recorded, Walk walk) throws IOException {
        for (int i = 0; i < GREETINGS; i++) {
            recorded.publishContext(camera, speedMps, 0);
            Recording.pauseUntil(System.nanoTime() + GREETING_NANOS);
        }
        try (PictureSource source = PictureSource.open(path)) {
            long period = Math.round(1e9 / hz);
            long due = System.nanoTime();
            for (Picture picture = source.next(); picture != null; picture = source.next()) {
                Recording.pauseUntil(due);
                due += period;
                walk.sent(picture.name(), recorded.publish(picture, camera, speedMps, 1 / hz));
            }
        }
    }
}
