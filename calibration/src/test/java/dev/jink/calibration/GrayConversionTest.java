package dev.jink.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.MemorySegment;

class GrayConversionTest {
    private static final int RED = 200;
    private static final int GREEN = 90;
    private static final int BLUE = 30;

    /** 0.299 R + 0.587 G + 0.114 B. */
    private static final int LUMA = 116;

    @ParameterizedTest
    @CsvSource({"bgr8,BGR", "rgb8,RGB", "bgra8,BGRA", "rgba8,RGBA"})
    void shouldWeighColoursByTheirPlaceInThePixel(String encoding, String order) {
        for (int width : new int[] {1, 2, 63, 64, 65, 127}) {
            int channels = order.length();
            int step = width * channels + 3;
            MemorySegment picture = Pictures.empty(5L * step);
            picture.fill((byte) 255);
            for (int i = 0; i < 5 * width; i++) {
                for (int c = 0; c < channels; c++) {
                    long at = (long) (i / width) * step + i % width * channels + c;
                    Pictures.set(picture, at, colour(order.charAt(c)));
                }
            }
            try (GrayConversion conversion = GrayConversion.of(encoding, width, 5)) {
                MemorySegment gray = conversion.run(picture, step);
                assertEquals(width, conversion.grayStep());
                for (int i = 0; i < 5 * width; i++) {
                    assertEquals(LUMA, Pictures.get(gray, i), encoding + " " + width + " at " + i);
                }
            }
        }
    }

    private static int colour(char name) {
        return switch (name) {
            case 'R' -> RED;
            case 'G' -> GREEN;
            case 'B' -> BLUE;
            default -> 250;
        };
    }

    @ParameterizedTest
    @CsvSource({"yuyv,0", "yuv422_yuy2,0", "uyvy,1", "yuv422,1"})
    void shouldTakeTheLumaOfYuvAsItStands(String encoding, int offset) {
        for (int width : new int[] {2, 64, 126}) {
            int step = width * 2 + 4;
            MemorySegment picture = Pictures.empty(4L * step);
            picture.fill((byte) 128);
            for (int i = 0; i < 4 * width; i++) {
                long at = (long) (i / width) * step + i % width * 2 + offset;
                Pictures.set(picture, at, i * 7 % 256);
            }
            try (GrayConversion conversion = GrayConversion.of(encoding, width, 4)) {
                MemorySegment gray = conversion.run(picture, step);
                for (int i = 0; i < 4 * width; i++) {
                    assertEquals(i * 7 % 256, Pictures.get(gray, i), encoding + " at " + i);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rggb", "bggr", "gbrg", "grbg"})
    void shouldInterpolateAnEvenlyColouredBayerPicture(String order) {
        // One colour all over: whatever the interpolation, its luma must come out everywhere.
        for (int[] size : new int[][] {{4, 4}, {63, 5}, {64, 8}, {65, 7}, {128, 6}}) {
            int step = size[0] + 9;
            String upper = order.toUpperCase(java.util.Locale.ROOT);
            MemorySegment picture =
                    Pictures.gray(
                            size[0],
                            size[1],
                            step,
                            (c, r) -> colour(upper.charAt(r % 2 * 2 + c % 2)));
            String encoding = "bayer_" + order + "8";
            try (GrayConversion conversion = GrayConversion.of(encoding, size[0], size[1])) {
                MemorySegment gray = conversion.run(picture, step);
                for (int i = 0; i < size[0] * size[1]; i++) {
                    assertEquals(LUMA, Pictures.get(gray, i), 1, encoding + " at " + i);
                }
            }
        }
    }

    @Test
    void shouldPassGreyPicturesThroughWithoutACopy() {
        MemorySegment picture = Pictures.gray(10, 4, 16, (c, r) -> c + r);
        try (GrayConversion conversion = GrayConversion.of("mono8", 10, 4)) {
            assertSame(picture, conversion.run("mono8", 10, 4, picture, 16));
            assertSame(picture, conversion.gray());
            assertEquals(16, conversion.grayStep());
        }
    }

    @Test
    void shouldConvertFromOneBufferAfterTheOther() {
        try (GrayConversion conversion = GrayConversion.of("bgr8", 8, 8)) {
            for (int value = 0; value < 256; value += 15) {
                MemorySegment picture = Pictures.empty(8 * 24);
                picture.fill((byte) value);
                assertEquals(value, Pictures.get(conversion.run(picture, 24), 63));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mono8", "bgr8", "rgba8", "yuyv", "uyvy", "bayer_rggb8"})
    void shouldAllocateNothingOnTheHeap(String encoding) {
        int step = 64 * 4;
        MemorySegment first = Pictures.empty(48L * step);
        MemorySegment second = Pictures.empty(48L * step);
        try (GrayConversion conversion = GrayConversion.of(encoding, 64, 48)) {
            boolean[] turn = new boolean[1];
            long bytes =
                    Allocation.bytesInTenThousand(
                            () -> {
                                turn[0] = !turn[0];
                                conversion.run(encoding, 64, 48, turn[0] ? first : second, step);
                            });
            assertEquals(0, bytes, "bytes in 10,000 calls");
        }
    }

    @Test
    void shouldRefuseUnknownEncodings() {
        refused(
                () -> GrayConversion.of("16UC1", 64, 48),
                "picture encoding is '16UC1', wanted mono8, bgr8, rgb8, bgra8, rgba8, yuyv, uyvy"
                        + " or bayer_{rggb,bggr,gbrg,grbg}8: set the driver's pixel format to one"
                        + " of these");
    }

    @Test
    void shouldRefuseSizesThatTheEncodingCannotHave() {
        refused(
                () -> GrayConversion.of("mono8", 0, 48),
                "picture size is 0x48, wanted at least 1x1 for mono8: correct the driver's width"
                        + " and height");
        refused(
                () -> GrayConversion.of("yuyv", 63, 48),
                "picture size is 63x48, wanted at least 1x1 and an even width for yuyv: correct"
                        + " the driver's width and height");
        refused(
                () -> GrayConversion.of("bayer_rggb8", 64, 2),
                "picture size is 64x2, wanted at least 3x3 for bayer_rggb8: correct the driver's"
                        + " width and height");
    }

    @Test
    void shouldRefusePicturesItWasNotBuiltFor() {
        MemorySegment picture = Pictures.empty(64 * 48 * 4);
        try (GrayConversion conversion = GrayConversion.of("bgr8", 64, 48)) {
            refused(
                    () -> conversion.run("rgb8", 64, 48, picture, 192),
                    "picture encoding is rgb8, wanted bgr8, the one that this GrayConversion was"
                            + " built for: build another with GrayConversion.of");
            refused(
                    () -> conversion.run("bgr8", 48, 64, picture, 192),
                    "picture is 48x64, wanted 64x48, the size that this GrayConversion was built"
                            + " for: build another with GrayConversion.of");
            refused(
                    () -> conversion.run(picture, 191),
                    "picture row step is 191 bytes, wanted at least 192: correct the driver's step"
                            + " field");
            refused(
                    () -> conversion.run(picture.asSlice(0, 9215), 192),
                    "picture has 9215 bytes, wanted at least 9216 (48 rows of 192 bytes): pass all"
                            + " of it");
            assertTrue(conversion.fits("bgr8", 64, 48));
            assertFalse(conversion.fits("rgb8", 64, 48));
            assertFalse(conversion.fits("bgr8", 64, 47));
        }
    }

    private static void refused(Executable work, String message) {
        assertEquals(message, assertThrows(CalibrationException.class, work).getMessage());
    }
}
