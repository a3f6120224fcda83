package dev.jink.perception.sight;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;

/**
 * Evens out a picture's light before the network sees it, in whole numbers only, so that training
 * and flight get the same bytes on every machine.
 *
 * <p>Over the n valid pixels p of a u8 picture, with S = Σp and Q = Σp²:
 *
 * <pre>
 *   mean = S / n          std = sqrt(n·Q − S²) / n
 *   out  = clamp(128 + round(48 · (p − mean) / max(std, 4)), 0, 255)      valid pixels
 *   out  = 128                                                            all others
 * </pre>
 *
 * Multiplied by n, numerator and denominator are whole: out = 128 + round(48·(n·p − S) / d) with
 * d = max(floor(sqrt(n·Q − S²)), 4n), and round is half up. 128 is also the zero point of the
 * network's first layer, so a pixel outside of the mask adds nothing to it.
 *
 * <p>The floor of 4 on the deviation keeps an almost even picture from becoming amplified noise.
 * Nothing is allocated but for the first picture of a size. Not thread-safe.
 */
public final class Contrast {
    /** A pixel at most this bright counts as black. */
    public static final int BLACK = 8;

    /** A pixel at least this bright counts as saturated. */
    public static final int SATURATED = 250;

    private static final int CENTRE = 128;
    private static final int GAIN = 48;
    private static final int LEAST_DEVIATION = 4;
    // n²·255² must fit a long and n·Q must convert to double without loss of the square root's
    // whole part: 2^22 pixels stay far below both limits.
    private static final int MOST_PIXELS = 1 << 22;

    private final int[] histogram = new int[256];
    private final byte[] table = new byte[256];
    private byte[] pixel = {};
    private byte[] seen = {};

    private int validPixels;
    private double mean;
    private double deviation;
    private double blackShare;
    private double saturatedShare;

    /**
     * Normalises a picture in place.
     *
     * @param picture u8 [pixels], heap or off-heap. Modified.
     * @param valid u8 [pixels], 0 = outside of the camera's picture; null = all valid. Not
     *     modified.
     * @throws IllegalArgumentException when the sizes differ or exceed 2^22 pixels
     */
    public void normalise(MemorySegment picture, MemorySegment valid) {
        normalise(picture, valid, picture);
    }

    /**
     * Normalises a picture into another place of at least the same size.
     *
     * @param picture u8 [pixels]. Not modified, unless {@code out} is the same memory.
     * @param valid u8 [pixels], 0 = outside of the camera's picture; null = all valid. Not
     *     modified.
     * @param out u8 [pixels]. Modified.
     * @throws IllegalArgumentException when the sizes differ or exceed 2^22 pixels
     */
    public void normalise(MemorySegment picture, MemorySegment valid, MemorySegment out) {
        int pixels = checkedPixels(picture, valid, out);
        fetch(picture, valid, pixels);
        count(pixels);
        settle();
        for (int i = 0; i < pixels; i++) {
            pixel[i] = seen[i] != 0 ? table[pixel[i] & 0xFF] : (byte) CENTRE;
        }
        MemorySegment.copy(pixel, 0, out, ValueLayout.JAVA_BYTE, 0, pixels);
    }

    /**
     * Two bulk copies cost 2 µs; byte by byte through segments, the two passes took five times as
     * long as over arrays.
     */
    private void fetch(MemorySegment picture, MemorySegment valid, int pixels) {
        if (pixel.length != pixels) {
            pixel = new byte[pixels];
            seen = new byte[pixels];
        }
        MemorySegment.copy(picture, ValueLayout.JAVA_BYTE, 0, pixel, 0, pixels);
        if (valid == null) {
            Arrays.fill(seen, (byte) 255);
        } else {
            MemorySegment.copy(valid, ValueLayout.JAVA_BYTE, 0, seen, 0, pixels);
        }
    }

    private static int checkedPixels(
            MemorySegment picture, MemorySegment valid, MemorySegment out) {
        long pixels = picture.byteSize();
        boolean fits = pixels >= 1 && pixels <= MOST_PIXELS && out.byteSize() >= pixels;
        if (!fits || (valid != null && valid.byteSize() < pixels)) {
            throw new IllegalArgumentException(
                    "contrast: picture of "
                            + pixels
                            + " bytes, mask of "
                            + (valid == null ? pixels : valid.byteSize())
                            + ", place of "
                            + out.byteSize()
                            + ": wanted 1 to "
                            + MOST_PIXELS
                            + " bytes, and mask and place no smaller: slice all three alike");
        }
        return (int) pixels;
    }

    private void count(int pixels) {
        Arrays.fill(histogram, 0);
        for (int i = 0; i < pixels; i++) {
            histogram[pixel[i] & 0xFF] += seen[i] != 0 ? 1 : 0;
        }
    }

    private void settle() {
        long n = 0;
        long sum = 0;
        long squares = 0;
        long black = 0;
        long saturated = 0;
        for (int p = 0; p < 256; p++) {
            long k = histogram[p];
            n += k;
            sum += k * p;
            squares += k * p * p;
            black += p <= BLACK ? k : 0;
            saturated += p >= SATURATED ? k : 0;
        }
        validPixels = (int) n;
        if (n == 0) {
            mean = 0;
            deviation = 0;
            blackShare = 1;
            saturatedShare = 0;
            return;
        }
        long root = wholeRoot(n * squares - sum * sum);
        mean = (double) sum / n;
        deviation = (double) root / n;
        blackShare = (double) black / n;
        saturatedShare = (double) saturated / n;
        long divisor = Math.max(root, LEAST_DEVIATION * n);
        for (int p = 0; p < 256; p++) {
            long scaled = 2 * GAIN * (n * p - sum) + divisor;
            long value = CENTRE + Math.floorDiv(scaled, 2 * divisor);
            table[p] = (byte) Math.clamp(value, 0, 255);
        }
    }

    /** floor(sqrt(v)): the double's root is right or one off, the two steps settle it. */
    private static long wholeRoot(long v) {
        long root = (long) Math.sqrt((double) v);
        if (root * root > v) {
            root--;
        }
        if ((root + 1) * (root + 1) <= v) {
            root++;
        }
        return root;
    }

    /** How many pixels of the last picture the mask let through. */
    public int validPixels() {
        return validPixels;
    }

    /** Mean grey, 0 to 255, of the last picture's valid pixels; 0 when there were none. */
    public double mean() {
        return mean;
    }

    /** Standard deviation, in grey levels, of the last picture's valid pixels. */
    public double deviation() {
        return deviation;
    }

    /** Share, 0 to 1, of the valid pixels at or below {@link #BLACK}; 1 when none is valid. */
    public double blackShare() {
        return blackShare;
    }

    /** Share, 0 to 1, of the valid pixels at or above {@link #SATURATED}. */
    public double saturatedShare() {
        return saturatedShare;
    }
}
