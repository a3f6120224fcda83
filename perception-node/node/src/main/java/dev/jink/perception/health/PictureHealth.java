package dev.jink.perception.health;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/**
 * Judges a picture by cheap measures that the contrast step leaves behind, and by whether its
 * pixels move at all. A real sensor's noise makes every picture differ; pixels equal to the last
 * bit for half a second mean that the camera has hung while its driver goes on stamping.
 *
 * <p>Single-threaded, allocates nothing.
 */
public final class PictureHealth {
    /** Share of pixels that must be dark, or blown out, for the picture to be worthless. */
    static final double WORTHLESS_SHARE = 0.6;

    /** A standard deviation below this, in grey levels, holds no texture to see by. */
    static final double FLAT_DEVIATION = 1.5;

    /**
     * A picture of this sharpness or less has no edges left. Pictures of 160x120 from real flights
     * have 0.011 and more; smeared with a standard deviation of 6 pixels they have 0.002 and less.
     */
    static final double BLURRED_SHARPNESS = 0.0025;

    private final long frozenNanos;
    private long lastHash;
    private long sameSinceNanos;
    private boolean any;

    /**
     * @param frozenNanos how long equal pixels are put up with
     */
    public PictureHealth(long frozenNanos) {
        this.frozenNanos = frozenNanos;
    }

    /**
     * Judges one picture.
     *
     * @param picture u8, a multiple of 8 bytes; not modified
     * @param blackShare 0 to 1, share of dark pixels
     * @param saturatedShare 0 to 1, share of blown-out pixels
     * @param deviation standard deviation of the grey levels before normalising
     * @param sharpness mean correlation of neighbours, taken from 1
     */
    public Distrust judge(
            MemorySegment picture,
            double blackShare,
            double saturatedShare,
            double deviation,
            double sharpness,
            long nowNanos) {
        boolean frozen = isFrozen(picture, nowNanos);
        // A covered or blinded lens also gives equal pictures: name the cause, not the symptom.
        if (blackShare >= WORTHLESS_SHARE) {
            return Distrust.BLACK;
        }
        if (saturatedShare >= WORTHLESS_SHARE) {
            return Distrust.SATURATED;
        }
        if (deviation < FLAT_DEVIATION) {
            return Distrust.FLAT;
        }
        if (frozen) {
            return Distrust.FROZEN;
        }
        return sharpness <= BLURRED_SHARPNESS ? Distrust.BLURRED : Distrust.NONE;
    }

    private boolean isFrozen(MemorySegment picture, long nowNanos) {
        long hash = hash(picture);
        if (!any || hash != lastHash) {
            any = true;
            lastHash = hash;
            sameSinceNanos = nowNanos;
            return false;
        }
        return nowNanos - sameSinceNanos >= frozenNanos;
    }

    /** Multiply and rotate per word, as FxHash does: one changed bit changes the result. */
    private static long hash(MemorySegment picture) {
        long hash = 0;
        for (long i = 0; i + 8 <= picture.byteSize(); i += 8) {
            long word = picture.get(ValueLayout.JAVA_LONG_UNALIGNED, i);
            hash = (Long.rotateLeft(hash, 5) ^ word) * 0x517CC1B727220A95L;
        }
        return hash;
    }
}
