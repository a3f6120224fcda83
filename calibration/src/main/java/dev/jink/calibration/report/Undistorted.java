package dev.jink.calibration.report;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.RectifyMaps;
import dev.jink.calibration.Remap;
import dev.jink.calibration.VirtualCamera;
import dev.jink.calibration.board.GrayPicture;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Base64;

/** Pictures as the node would see them: through the room's own maps, lines straight. */
final class Undistorted {
    private static final int WIDTH = 480;

    /** Half the view of an ideal camera that still shows shapes: 120 degrees in all. */
    private static final double MOST_HALF_VIEW_RAD = Math.toRadians(60);

    private final CameraModel camera;
    private final VirtualCamera straight;

    Undistorted(CameraModel camera) {
        this.camera = camera;
        int height = Math.max(1, WIDTH * camera.height() / camera.width());
        double[] ray = new double[3];
        boolean seen = camera.ray(0, camera.cy(), ray);
        double half = seen ? Math.acos(ray[2]) : MOST_HALF_VIEW_RAD;
        double focal = WIDTH / 2.0 / Math.tan(Math.min(half, MOST_HALF_VIEW_RAD));
        straight =
                new VirtualCamera(
                        WIDTH, height, focal, focal, (WIDTH - 1) / 2.0, (height - 1) / 2.0);
    }

    /** The picture without distortion, as the text of an image's address. */
    String dataAddress(GrayPicture picture) {
        RectifyMaps maps = RectifyMaps.of(camera, Mount.FORWARD, straight);
        try (Arena arena = Arena.ofConfined();
                Remap remap = Remap.of(maps, picture.width(), picture.height())) {
            MemorySegment from = arena.allocate(picture.pixels().length, 64);
            MemorySegment.copy(
                    MemorySegment.ofArray(picture.pixels()), 0, from, 0, from.byteSize());
            MemorySegment to = arena.allocate((long) straight.width() * straight.height(), 64);
            remap.run(from, picture.width(), to);
            byte[] pixels = to.toArray(java.lang.foreign.ValueLayout.JAVA_BYTE);
            return jpeg(new GrayPicture("", straight.width(), straight.height(), pixels));
        }
    }

    private static String jpeg(GrayPicture picture) {
        try (Mat mat = picture.mat();
                BytePointer file = new BytePointer()) {
            if (mat.type() != opencv_core.CV_8UC1
                    || !opencv_imgcodecs.imencode(".jpg", mat, file)) {
                throw new IllegalStateException("report: a picture could not be encoded");
            }
            byte[] bytes = new byte[(int) file.limit()];
            file.get(bytes);
            return "data:image/jpeg;base64," + Base64.getEncoder().encodeToString(bytes);
        }
    }
}
