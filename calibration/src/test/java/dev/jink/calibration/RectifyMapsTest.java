package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.javacpp.ShortPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.foreign.ValueLayout;
import java.util.List;

class RectifyMapsTest {
    private static final Mount TILTED = new Mount(0.05, 0.2, -0.1, 0.1, 0, 0);

    static List<CameraModel> cameras() {
        return List.of(
                CameraModel.pinhole(160, 120, 80, 80, 79.5, 59.5),
                CameraModel.pinhole(80, 61, 50, 49, 39.1, 30.7),
                CameraModel.of(
                        320,
                        240,
                        "plumb_bob",
                        new double[] {-0.28, 0.07, 0.0011, -0.0007, -0.004},
                        new double[] {190, 0, 158.3, 0, 191, 121.9, 0, 0, 1}),
                CameraModel.of(
                        641,
                        479,
                        "rational_polynomial",
                        new double[] {0.62, 0.03, 0.0004, -0.0002, 0.001, 0.9, 0.12, 0.004},
                        new double[] {330, 0, 318.3, 0, 331, 241.9, 0, 0, 1}),
                CameraModel.of(
                        1280,
                        720,
                        "equidistant",
                        new double[] {-0.012, 0.018, -0.013, 0.0025},
                        new double[] {400, 0, 640.3, 0, 401, 361.9, 0, 0, 1}));
    }

    private static double position(RectifyMaps maps, int pixel, int axis) {
        int whole = maps.xy().getAtIndex(ValueLayout.JAVA_SHORT, 2L * pixel + axis);
        int both = maps.fraction().getAtIndex(ValueLayout.JAVA_SHORT, pixel);
        return whole + (axis == 0 ? both % 32 : both / 32) / 32.0;
    }

    /** From first principles, apart from the code under test: angles, no matrices. */
    private static double[] reference(CameraModel model, Mount mount, int u, int v) {
        double[] ray = {1, -(u - 79.5) / 80, -(v - 59.5) / 80};
        // Undo yaw, then pitch, then roll: the other way round than they were applied.
        turn(ray, 0, 1, -mount.yawRad());
        turn(ray, 2, 0, -mount.pitchRad());
        turn(ray, 1, 2, -mount.rollRad());
        double[] uv = new double[2];
        model.project(-ray[1], -ray[2], ray[0], uv);
        return uv;
    }

    private static void turn(double[] ray, int from, int to, double angle) {
        double a = ray[from];
        double b = ray[to];
        ray[from] = Math.cos(angle) * a - Math.sin(angle) * b;
        ray[to] = Math.sin(angle) * a + Math.cos(angle) * b;
    }

    @ParameterizedTest
    @MethodSource("cameras")
    void shouldKeepPositionsToOneThirtysecondPixel(CameraModel model) {
        RectifyMaps maps = RectifyMaps.of(model, TILTED, Pictures.VIRTUAL);
        int k = maps.shrink();
        double worst = 0;
        int seen = 0;
        for (int pixel = 0; pixel < 160 * 120; pixel++) {
            double[] real = reference(model, TILTED, pixel % 160, pixel / 160);
            double x = (real[0] - (k - 1) / 2.0) / k;
            double y = (real[1] - (k - 1) / 2.0) / k;
            boolean inside =
                    x >= -0.5
                            && x <= maps.shrunkWidth() - 0.5
                            && y >= -0.5
                            && y <= maps.shrunkHeight() - 0.5;
            assertEquals(inside, Pictures.seen(maps, pixel), "in sight: pixel " + pixel);
            if (inside) {
                seen++;
                double heldX = Math.clamp(x, 0, maps.shrunkWidth() - 1);
                double heldY = Math.clamp(y, 0, maps.shrunkHeight() - 1);
                worst = Math.max(worst, Math.abs(position(maps, pixel, 0) - heldX));
                worst = Math.max(worst, Math.abs(position(maps, pixel, 1) - heldY));
            } else {
                assertTrue(position(maps, pixel, 0) < -2, "nowhere: pixel " + pixel);
            }
        }
        assertTrue(worst <= 1 / 64.0 + 1e-9, "worst error " + worst + " px");
        assertEquals((double) seen / (160 * 120), maps.validShare());
    }

    @ParameterizedTest
    @MethodSource("cameras")
    void shouldEncodePositionsExactlyAsOpenCvDoes(CameraModel model) {
        RectifyMaps maps = RectifyMaps.of(model, TILTED, Pictures.VIRTUAL);
        int pixels = 160 * 120;
        short[] xy = new short[2 * pixels];
        short[] fraction = new short[pixels];
        // Our own positions are multiples of 1/32, so that floats carry them exactly.
        float[] x = new float[pixels];
        float[] y = new float[pixels];
        for (int pixel = 0; pixel < pixels; pixel++) {
            x[pixel] = (float) position(maps, pixel, 0);
            y[pixel] = (float) position(maps, pixel, 1);
        }
        OpenCv.start();
        try (Mat mapX = new Mat(120, 160, opencv_core.CV_32FC1);
                Mat mapY = new Mat(120, 160, opencv_core.CV_32FC1);
                Mat whole = new Mat();
                Mat parts = new Mat()) {
            new org.bytedeco.javacpp.FloatPointer(mapX.data()).put(x);
            new org.bytedeco.javacpp.FloatPointer(mapY.data()).put(y);
            opencv_imgproc.convertMaps(mapX, mapY, whole, parts, opencv_core.CV_16SC2);
            new ShortPointer(whole.data()).get(xy);
            new ShortPointer(parts.data()).get(fraction);
        }
        for (int pixel = 0; pixel < pixels; pixel++) {
            for (int axis = 0; axis < 2; axis++) {
                assertEquals(
                        xy[2 * pixel + axis],
                        maps.xy().getAtIndex(ValueLayout.JAVA_SHORT, 2L * pixel + axis));
            }
            assertEquals(
                    fraction[pixel], maps.fraction().getAtIndex(ValueLayout.JAVA_SHORT, pixel));
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Where straight ahead appears in the picture of a camera of 161x121, f = 80.
        "yaw,10,94.106,60", // Looking left, what lies ahead is to the right.
        "yaw,-20,50.882,60",
        "pitch,10,80,45.894", // Looking down, what lies ahead is further up.
        "pitch,-20,80,89.118",
        "roll,30,80,60"
    })
    void shouldShiftThePictureByTheMount(String axis, double degrees, double x, double y) {
        double angle = Math.toRadians(degrees);
        Mount mount =
                new Mount(
                        axis.equals("roll") ? angle : 0,
                        axis.equals("pitch") ? angle : 0,
                        axis.equals("yaw") ? angle : 0,
                        0,
                        0,
                        0);
        VirtualCamera camera = new VirtualCamera(161, 121, 80, 80, 80, 60);
        CameraModel model = CameraModel.pinhole(161, 121, 80, 80, 80, 60);
        RectifyMaps maps = RectifyMaps.of(model, mount, camera);
        int centre = 60 * 161 + 80;
        assertEquals(x, position(maps, centre, 0), 1 / 32.0);
        assertEquals(y, position(maps, centre, 1), 1 / 32.0);
    }

    @Test
    void shouldRollThePictureAgainstTheCamera() {
        // Rolled to the right by 90°, the camera has the body's left at the foot of its picture.
        VirtualCamera camera = new VirtualCamera(161, 121, 80, 80, 80, 60);
        CameraModel model = CameraModel.pinhole(161, 121, 80, 80, 80, 60);
        RectifyMaps maps = RectifyMaps.of(model, new Mount(Math.PI / 2, 0, 0, 0, 0, 0), camera);
        int leftOfCentre = 60 * 161 + 60;
        assertEquals(80, position(maps, leftOfCentre, 0), 1e-9);
        assertEquals(80, position(maps, leftOfCentre, 1), 1e-9);
    }

    @ParameterizedTest
    @CsvSource({
        "80,1", "160,1", "239,1", "240,1", "241,2", "320,2", "399,2", "401,3", "640,4", "1280,8"
    })
    void shouldShrinkByTheRoundedNumberOfRealPixelsPerVirtualPixel(int width, int shrink) {
        double scale = width / 160.0;
        int height = (int) Math.ceil(120 * scale);
        CameraModel model =
                CameraModel.pinhole(
                        width, height, 80 * scale, 80 * scale, 80 * scale - 0.5, 60 * scale - 0.5);
        RectifyMaps maps = RectifyMaps.of(model, Mount.FORWARD, Pictures.VIRTUAL);
        assertEquals(shrink, maps.shrink());
        assertEquals(width / shrink, maps.shrunkWidth());
    }

    @Test
    void shouldMarkWhatANarrowCameraDoesNotSee() {
        // Half the tangent each way: a quarter of the area.
        CameraModel narrow = CameraModel.pinhole(160, 120, 160, 160, 79.5, 59.5);
        RectifyMaps maps = RectifyMaps.of(narrow, Mount.FORWARD, Pictures.VIRTUAL);
        assertEquals(0.25, maps.validShare());
        assertFalse(Pictures.seen(maps, 59 * 160 + 39));
        assertTrue(Pictures.seen(maps, 59 * 160 + 40));
        assertTrue(Pictures.seen(maps, 59 * 160 + 119));
        assertFalse(Pictures.seen(maps, 59 * 160 + 120));
    }

    @Test
    void shouldNotShowThePictureASecondTimeAtItsRim() {
        // r (1 - r²/4) turns back at r = 1.155, on pixel 115 of 160: the corner of the virtual
        // picture, at r = 1.25, would read a pixel that belongs to r = 1.06.
        CameraModel model =
                CameraModel.of(
                        320,
                        240,
                        "plumb_bob",
                        new double[] {-0.25, 0, 0, 0},
                        new double[] {150, 0, 159.5, 0, 150, 119.5, 0, 0, 1});
        RectifyMaps maps = RectifyMaps.of(model, Mount.FORWARD, Pictures.VIRTUAL);
        for (int pixel : new int[] {0, 159, 119 * 160, 119 * 160 + 159}) {
            assertFalse(Pictures.seen(maps, pixel), "corner " + pixel);
        }
        assertTrue(Pictures.seen(maps, 59 * 160));
        assertTrue(maps.validShare() > 0.9, "share " + maps.validShare());
    }

    @Test
    void shouldRefuseACameraThatLooksElsewhere() {
        CameraModel model = CameraModel.pinhole(160, 120, 80, 80, 79.5, 59.5);
        Mount backward = new Mount(0, 0, 3, 0, 0, 0);
        assertEquals(
                "mount: the camera sees nothing of what lies ahead of the body (roll 0.0, pitch"
                        + " 0.0, yaw 3.0 rad), wanted an overlap with the virtual camera: correct"
                        + " mount_roll, mount_pitch, mount_yaw (radians; positive pitch looks down,"
                        + " positive yaw left)",
                assertThrows(
                                CalibrationException.class,
                                () -> RectifyMaps.of(model, backward, Pictures.VIRTUAL))
                        .getMessage());
    }

    @Test
    void shouldAlignItsMemoryToCacheLines() {
        RectifyMaps maps = RectifyMaps.of(cameras().get(2), Mount.FORWARD, Pictures.VIRTUAL);
        for (var segment : List.of(maps.xy(), maps.fraction(), maps.valid())) {
            assertEquals(0, segment.address() % 64);
            assertTrue(segment.isNative());
        }
        assertEquals(160 * 120 * 4, maps.xy().byteSize());
        assertEquals(160 * 120 * 2, maps.fraction().byteSize());
        assertEquals(160 * 120, maps.valid().byteSize());
    }
}
