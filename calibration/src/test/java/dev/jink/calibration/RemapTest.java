package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.opencv.global.opencv_core;
import org.ejml.data.DMatrix3;
import org.ejml.dense.fixed.CommonOps_DDF3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.MemorySegment;
import java.util.Random;

class RemapTest {
    private static final int PIXELS = 160 * 120;
    private static final CameraModel SAME = CameraModel.pinhole(160, 120, 80, 80, 79.5, 59.5);

    private static Remap remap(CameraModel model, Mount mount) {
        RectifyMaps maps = RectifyMaps.of(model, mount, Pictures.VIRTUAL);
        return Remap.of(maps, model.width(), model.height());
    }

    private static MemorySegment noise(int width, int height, int step, long seed) {
        Random random = new Random(seed);
        return Pictures.gray(width, height, step, (column, row) -> random.nextInt(256));
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 161, 192, 255})
    void shouldGiveTheIdenticalPictureThroughTheIdentityCamera(int step) {
        MemorySegment source = noise(160, 120, step, 7);
        MemorySegment target = Pictures.empty(PIXELS);
        try (Remap remap = remap(SAME, Mount.FORWARD)) {
            remap.run(source, step, target);
        }
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            long at = (long) (pixel / 160) * step + pixel % 160;
            assertEquals(Pictures.get(source, at), Pictures.get(target, pixel), "pixel " + pixel);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 8})
    void shouldAverageWholeBlocksOfASharperCamera(int k) {
        // k x k real pixels lie exactly over each virtual one: the result is their rounded mean.
        int width = 160 * k;
        int height = 120 * k;
        CameraModel model =
                CameraModel.pinhole(width, height, 80 * k, 80 * k, 80.0 * k - 0.5, 60.0 * k - 0.5);
        MemorySegment source = noise(width, height, width + 5, 11);
        MemorySegment target = Pictures.empty(PIXELS);
        try (Remap remap = remap(model, Mount.FORWARD)) {
            assertEquals(k, remap.maps().shrink());
            assertEquals(1.0, remap.maps().validShare());
            remap.run(source, width + 5, target);
        }
        for (int pixel = 0; pixel < PIXELS; pixel++) {
            double sum = 0;
            for (int i = 0; i < k * k; i++) {
                long row = pixel / 160 * k + i / k;
                sum += Pictures.get(source, row * (width + 5) + pixel % 160 * k + i % k);
            }
            assertEquals(sum / (k * k), Pictures.get(target, pixel), 0.51, "pixel " + pixel);
        }
    }

    @ParameterizedTest
    @CsvSource({"640,480", "1280,720", "1001,733"})
    void shouldNotLetThinLinesFlicker(int width, int height) {
        // Lines one pixel wide, every other one: their mean is 128 wherever one looks.
        double f = width / 2.0;
        CameraModel model =
                CameraModel.pinhole(width, height, f, f, width / 2.0 - 0.5, height / 2.0 - 0.5);
        MemorySegment source = Pictures.gray(width, height, width, (c, r) -> c % 2 * 255);
        MemorySegment target = Pictures.empty(PIXELS);
        try (Remap remap = remap(model, Mount.FORWARD)) {
            remap.run(source, width, target);
            // Odd block widths hold one line more or less: a third at k = 3, less beyond.
            int k = remap.maps().shrink();
            double most = 1 + (k % 2 == 0 ? 0 : 127.5 / k);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                assertEquals(127.5, Pictures.get(target, pixel), most, "pixel " + pixel);
            }
        }
    }

    /** Something to look at: grey of a direction in body FLU, smooth at the scale of a pixel. */
    private static double scene(double x, double y, double z) {
        double azimuth = Math.atan2(y, x);
        double elevation = Math.atan2(z, Math.hypot(x, y));
        return 128 + 60 * Math.sin(9 * azimuth + 0.3) * Math.cos(7 * elevation) + 40 * elevation;
    }

    private static MemorySegment photograph(CameraModel model, Mount mount) {
        double[] ray = new double[3];
        DMatrix3 camera = new DMatrix3();
        DMatrix3 body = new DMatrix3();
        var bodyFromCamera = mount.bodyFromCamera();
        return Pictures.gray(
                model.width(),
                model.height(),
                model.width(),
                (column, row) -> {
                    if (!model.ray(column, row, ray)) {
                        return 0;
                    }
                    camera.setTo(ray[2], -ray[0], -ray[1]);
                    CommonOps_DDF3.mult(bodyFromCamera, camera, body);
                    return scene(body.a1, body.a2, body.a3);
                });
    }

    @ParameterizedTest
    @MethodSource("dev.jink.calibration.RectifyMapsTest#cameras")
    void shouldTurnADistortedPictureIntoTheIdealOne(CameraModel model) {
        Mount mount = new Mount(-0.07, 0.12, 0.09, 0.2, 0, 0.1);
        MemorySegment target = Pictures.empty(PIXELS);
        int seen = 0;
        double squares = 0;
        double worst = 0;
        try (Remap remap = remap(model, mount)) {
            remap.run(photograph(model, mount), model.width(), target);
            for (int pixel = 0; pixel < PIXELS; pixel++) {
                if (Pictures.seen(remap.maps(), pixel)) {
                    double ideal = scene(1, -(pixel % 160 - 79.5) / 80, -(pixel / 160 - 59.5) / 80);
                    double error = Pictures.get(target, pixel) - ideal;
                    squares += error * error;
                    worst = Math.max(worst, Math.abs(error));
                    seen++;
                } else {
                    assertEquals(Remap.UNSEEN_GRAY, Pictures.get(target, pixel));
                }
            }
        }
        assertTrue(seen > PIXELS / 2, "pixels in sight: " + seen);
        double rms = Math.sqrt(squares / seen);
        assertTrue(rms < 1 && worst < 6, "rms " + rms + ", worst " + worst + " grey levels");
    }

    @Test
    void shouldFollowMemoryAndStepFromCallToCall() {
        MemorySegment target = Pictures.empty(PIXELS);
        try (Remap remap = remap(SAME, Mount.FORWARD)) {
            for (int i = 0; i < 12; i++) {
                int step = 160 + i / 3 * 7;
                MemorySegment source = noise(160, 120, step, i);
                remap.run(source, 160, 120, step, target);
                assertEquals(Pictures.get(source, 0), Pictures.get(target, 0));
                assertEquals(
                        Pictures.get(source, 119L * step + 159), Pictures.get(target, PIXELS - 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {160, 320})
    void shouldAllocateNothingOnTheHeap(int width) {
        int height = width * 3 / 4;
        CameraModel model = CameraModel.pinhole(width, height, 200, 200, width / 2.0, height / 2.0);
        MemorySegment[] sources = new MemorySegment[3];
        for (int i = 0; i < 3; i++) {
            sources[i] = noise(width, height, width, i);
        }
        MemorySegment target = Pictures.empty(PIXELS);
        try (Remap remap = remap(model, Mount.FORWARD)) {
            int[] next = new int[1];
            long bytes =
                    Allocation.bytesInTenThousand(
                            () -> {
                                // As frames come: from one buffer after the other.
                                next[0] = (next[0] + 1) % sources.length;
                                remap.run(sources[next[0]], width, height, width, target);
                            });
            assertEquals(0, bytes, "bytes in 10,000 calls");
        }
    }

    @Test
    void shouldKeepOpenCvOnTheCallingThread() {
        OpenCv.start();
        assertEquals(1, opencv_core.getNumThreads());
    }

    @Test
    void shouldRefuseAnotherPictureSize() {
        RectifyMaps maps = RectifyMaps.of(SAME, Mount.FORWARD, Pictures.VIRTUAL);
        refused(
                () -> Remap.of(maps, 320, 240),
                "picture is 320x240, wanted 160x120, the size that the camera's calibration was"
                        + " built for: calibrate at this resolution, or scale the calibration with"
                        + " CameraModel.scaledTo");
        MemorySegment picture = Pictures.empty(640 * 480);
        try (Remap remap = Remap.of(maps, 160, 120)) {
            refused(
                    () -> remap.run(picture, 640, 480, 640, picture),
                    "picture is 640x480, wanted 160x120, the size that this Remap was built for:"
                            + " build another with Remap.of");
            assertTrue(remap.fits(160, 120) && !remap.fits(120, 160));
        }
    }

    @Test
    void shouldRefuseMemoryThatIsTooSmall() {
        MemorySegment good = Pictures.empty(PIXELS);
        MemorySegment small = Pictures.empty(PIXELS - 1);
        MemorySegment heap = MemorySegment.ofArray(new byte[PIXELS]);
        try (Remap remap = remap(SAME, Mount.FORWARD)) {
            refused(
                    () -> remap.run(good, 159, good),
                    "picture row step is 159 bytes, wanted at least 160: correct the driver's step"
                            + " field");
            refused(
                    () -> remap.run(small, 160, good),
                    "picture has 19199 bytes, wanted at least 19200 (120 rows of 160 bytes): pass"
                            + " all of it");
            refused(
                    () -> remap.run(good, 161, good),
                    "picture has 19200 bytes, wanted at least 19319 (120 rows of 161 bytes): pass"
                            + " all of it");
            refused(
                    () -> remap.run(good, 160, small),
                    "virtual picture has 19199 bytes, wanted at least 19200 (120 rows of 160"
                            + " bytes): pass all of it");
            refused(
                    () -> remap.run(heap, 160, good),
                    "picture lies on the Java heap, wanted off-heap memory: allocate it from an"
                            + " Arena or a Slab");
        }
    }

    private static void refused(Executable work, String message) {
        assertEquals(message, assertThrows(CalibrationException.class, work).getMessage());
    }
}
