package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.VirtualCamera;
import dev.jink.perception.frame.Encoding;
import dev.jink.perception.frame.Frame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

class RectifierTest {
    private static final VirtualCamera VIRTUAL = new VirtualCamera(160, 120, 80, 80, 79.5, 59.5);
    private static final Mount LEVEL = new Mount(0, 0, 0, 0, 0, 0);

    private static Rectifier like(int width, int height, double focal) {
        double[] k = {focal, 0, (width - 1) / 2.0, 0, focal, (height - 1) / 2.0, 0, 0, 1};
        return Rectifier.of(
                CameraModel.of(width, height, "plumb_bob", new double[5], k), LEVEL, VIRTUAL);
    }

    private static Frame frame(int width, int height, Encoding encoding) {
        int step = width * encoding.bytesPerPixel();
        Frame frame = Frame.allocate((long) step * height);
        frame.describe(width, height, step, encoding, 0, 0, "camera");
        for (long i = 0; i < frame.bytes(); i++) {
            frame.pixels().set(ValueLayout.JAVA_BYTE, i, (byte) (i * 31 >> 3));
        }
        return frame;
    }

    @Test
    void shouldPassThePictureOfACameraLikeTheVirtualOne() {
        try (Rectifier same = like(160, 120, 80)) {
            Frame frame = frame(160, 120, Encoding.MONO8);
            MemorySegment picture = same.allocatePicture();
            assertTrue(same.rectify(frame, picture));
            assertEquals(-1, picture.mismatch(frame.pixels().asSlice(0, 19_200)));
            assertEquals(0, picture.address() % 64);
        }
    }

    @ParameterizedTest
    @EnumSource(Encoding.class)
    void shouldTakeEveryEncoding(Encoding encoding) {
        try (Rectifier rectifier = like(320, 240, 160)) {
            Frame frame = frame(320, 240, encoding);
            frame.pixels().fill((byte) 77);
            MemorySegment picture = rectifier.allocatePicture();
            assertTrue(rectifier.rectify(frame, picture));
            assertEquals(77, picture.get(ValueLayout.JAVA_BYTE, 60 * 160 + 80), 1);
        }
    }

    @Test
    void shouldRefuseAPictureOfAnotherSizeAndSayWhy() {
        try (Rectifier rectifier = like(320, 240, 160)) {
            assertFalse(
                    rectifier.rectify(
                            frame(160, 120, Encoding.MONO8), rectifier.allocatePicture()));
            assertEquals(
                    "picture is 160x120, wanted 320x240, the size the camera was calibrated for:"
                            + " set the driver to that size, or give the calibration of this one",
                    rectifier.refusal(160, 120));
            assertNull(rectifier.refusal(320, 240));
        }
    }

    @Test
    void shouldKnowWhichCellsANarrowCameraFills() {
        // Twice the focal length: the middle half of the virtual picture each way.
        try (Rectifier narrow = like(160, 120, 160)) {
            Coverage coverage = narrow.coverage(20, 15);
            assertTrue(coverage.reaches(7 * 20 + 10));
            assertFalse(coverage.reaches(7 * 20 + 2));
            assertFalse(coverage.reaches(10));
            ObstacleGrid grid = new ObstacleGrid(20, 15);
            for (int cell = 0; cell < 300; cell++) {
                grid.set(cell, 5, 1);
            }
            grid.forgetUnseen(coverage);
            assertEquals(5, grid.rangeM(7 * 20 + 10));
            assertTrue(Float.isNaN(grid.rangeM(7 * 20 + 2)));
            assertFalse(grid.seen(7 * 20 + 2));
            assertEquals(0, grid.unknownShare());
        }
    }

    @Test
    void shouldAllocateNothingOnceItKnowsTheEncoding() {
        try (Rectifier rectifier = like(320, 240, 160)) {
            Frame frame = frame(320, 240, Encoding.BGR8);
            MemorySegment picture = rectifier.allocatePicture();
            Allocation.assertNone(2_000, () -> rectifier.rectify(frame, picture));
        }
    }
}
