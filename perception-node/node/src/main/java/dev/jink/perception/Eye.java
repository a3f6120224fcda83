package dev.jink.perception;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.sight.Coverage;
import dev.jink.perception.sight.Detector;
import dev.jink.perception.sight.Rectifier;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * All that belongs to one calibration of the camera; a new calibration brings a new eye.
 *
 * @param rectifier from the camera's picture to the network's
 * @param coverage what of the network's picture the camera reaches
 * @param picture u8 [height][width], the network's picture, off-heap; rewritten for every frame
 */
public record Eye(
        CameraModel camera, Rectifier rectifier, Coverage coverage, MemorySegment picture) {
    /**
     * Builds the maps: some milliseconds, never on the path's thread. Every encoding the camera's
     * size allows is made ready, so that its first frame costs no more than the others.
     *
     * @throws dev.jink.calibration.CalibrationException in one line when the camera can't be used
     */
    public static Eye of(CameraModel camera, Mount mount, Detector detector) {
        Rectifier rectifier = Rectifier.of(camera, mount, detector.virtualCamera());
        Eye eye =
                new Eye(
                        camera,
                        rectifier,
                        detector.coverage(rectifier),
                        rectifier.allocatePicture());
        eye.open();
        return eye;
    }

    private void open() {
        long bytes = ((long) camera.width() * 4) * camera.height();
        // Freed at once: a camera_info that changes again and again must not wait for the
        // collector.
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment dark = arena.allocate(bytes, 64);
            for (Encoding encoding : Encoding.values()) {
                boolean possible = camera.width() % 2 == 0 && camera.height() % 2 == 0;
                if (possible
                        || encoding.name().endsWith("8") && !encoding.name().startsWith("BAYER")) {
                    int step = camera.width() * encoding.bytesPerPixel();
                    rectifier.rectify(
                            dark, camera.width(), camera.height(), step, encoding, picture);
                }
            }
        }
    }
}
