package dev.jink.perception.sight;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;

class ContrastTest {
    private final Contrast contrast = new Contrast();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 63, 64, 65, 127, 1000, 19_200})
    void shouldFollowTheFormulaToTheLastBit(int pixels) {
        for (long seed = 0; seed < 5; seed++) {
            byte[] picture = new byte[pixels];
            new SplittableRandom(seed).nextBytes(picture);
            byte[] wanted = byFormula(picture);
            contrast.normalise(MemorySegment.ofArray(picture), null);
            assertArrayEquals(wanted, picture, pixels + " pixels, seed " + seed);
        }
    }

    /** The class comment's formula in exact decimal arithmetic. */
    private static byte[] byFormula(byte[] picture) {
        MathContext exact = new MathContext(60);
        long n = picture.length;
        long sum = 0;
        long squares = 0;
        for (byte b : picture) {
            sum += Byte.toUnsignedLong(b);
            squares += Byte.toUnsignedLong(b) * Byte.toUnsignedLong(b);
        }
        BigDecimal root =
                BigDecimal.valueOf(n * squares - sum * sum)
                        .sqrt(exact)
                        .setScale(0, RoundingMode.FLOOR);
        BigDecimal divisor = root.max(BigDecimal.valueOf(4 * n));
        byte[] out = new byte[picture.length];
        for (int i = 0; i < out.length; i++) {
            long centred = n * Byte.toUnsignedLong(picture[i]) - sum;
            long step =
                    BigDecimal.valueOf(48 * centred)
                            .divide(divisor, exact)
                            .add(new BigDecimal("0.5"))
                            .setScale(0, RoundingMode.FLOOR)
                            .longValueExact();
            out[i] = (byte) Math.clamp(128 + step, 0, 255);
        }
        return out;
    }

    @Test
    void shouldGiveTheSameBytesForDarkAndBrightExposuresOfOneScene() {
        byte[] dark = new byte[19_200];
        byte[] bright = new byte[19_200];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < dark.length; i++) {
            int p = random.nextInt(10, 90);
            dark[i] = (byte) p;
            bright[i] = (byte) (2 * p + 40);
        }
        contrast.normalise(MemorySegment.ofArray(dark), null);
        contrast.normalise(MemorySegment.ofArray(bright), null);
        for (int i = 0; i < dark.length; i++) {
            int difference = Byte.toUnsignedInt(dark[i]) - Byte.toUnsignedInt(bright[i]);
            assertEquals(0, difference, 1, "pixel " + i);
        }
    }

    @Test
    void shouldNotTurnTheNoiseOfAnEvenPictureIntoStructure() {
        byte[] picture = new byte[1000];
        for (int i = 0; i < picture.length; i++) {
            picture[i] = (byte) (100 + (i & 1));
        }
        contrast.normalise(MemorySegment.ofArray(picture), null);
        for (byte p : picture) {
            assertEquals(128, Byte.toUnsignedInt(p), 6);
        }
    }

    @Test
    void shouldSetPixelsOutsideOfTheMaskToTheMiddleAndLeaveThemOutOfTheMeasures() {
        byte[] whole = new byte[500];
        new SplittableRandom(8).nextBytes(whole);
        byte[] alone = whole.clone();
        byte[] framed = Arrays.copyOf(whole, 800);
        Arrays.fill(framed, 500, 800, (byte) 255);
        byte[] mask = new byte[800];
        Arrays.fill(mask, 0, 500, (byte) 255);

        contrast.normalise(MemorySegment.ofArray(alone), null);
        contrast.normalise(MemorySegment.ofArray(framed), MemorySegment.ofArray(mask));

        assertArrayEquals(alone, Arrays.copyOf(framed, 500));
        for (int i = 500; i < 800; i++) {
            assertEquals((byte) 128, framed[i]);
        }
        assertEquals(500, contrast.validPixels());
        assertEquals(0, contrast.saturatedShare(), 0.05);
    }

    @Test
    void shouldCallAPictureBlackOfWhichNoPixelIsReached() {
        byte[] picture = {1, 2, 3, 4};
        contrast.normalise(MemorySegment.ofArray(picture), MemorySegment.ofArray(new byte[4]));
        assertArrayEquals(new byte[] {-128, -128, -128, -128}, picture);
        assertEquals(1, contrast.blackShare());
        assertEquals(0, contrast.validPixels());
    }

    @Test
    void shouldMeasureMeanDeviationBlackAndSaturated() {
        byte[] picture = {0, 8, 9, (byte) 249, (byte) 250, (byte) 255, 100, 100};
        contrast.normalise(MemorySegment.ofArray(picture), null);
        assertEquals(971 / 8.0, contrast.mean());
        assertEquals(0.25, contrast.blackShare());
        assertEquals(0.25, contrast.saturatedShare());
        assertEquals(107.125, contrast.deviation(), 1e-9);
    }

    @Test
    void shouldSayWhichSizesDoNotFit() {
        IllegalArgumentException refused =
                assertThrows(
                        IllegalArgumentException.class,
                        () ->
                                contrast.normalise(
                                        MemorySegment.ofArray(new byte[10]),
                                        MemorySegment.ofArray(new byte[9])));
        assertEquals(
                "contrast: picture of 10 bytes, mask of 9, place of 10: wanted 1 to 4194304 bytes,"
                        + " and mask and place no smaller: slice all three alike",
                refused.getMessage());
    }

    @Test
    void shouldAllocateNothing() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment picture = arena.allocate(19_200, 64);
            MemorySegment mask = arena.allocate(19_200, 64);
            MemorySegment out = arena.allocate(19_200, 64);
            mask.fill((byte) 255);
            for (int i = 0; i < 19_200; i++) {
                picture.set(ValueLayout.JAVA_BYTE, i, (byte) (i * 7));
            }
            Allocation.assertNone(10_000, () -> contrast.normalise(picture, mask, out));
        }
    }
}
