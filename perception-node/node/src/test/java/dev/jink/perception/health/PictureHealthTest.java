package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

class PictureHealthTest {
    private static final long MS = 1_000_000;
    private final PictureHealth health = new PictureHealth(500 * MS);
    private final MemorySegment picture = Arena.ofAuto().allocate(160 * 120, 64);

    private Distrust judge(double black, double saturated, double deviation, long nowMs) {
        return health.judge(picture, black, saturated, deviation, 0.02, nowMs * MS);
    }

    @Test
    void shouldTrustAnOrdinaryPicture() {
        assertEquals(Distrust.NONE, judge(0.1, 0.3, 40, 0));
    }

    @Test
    void shouldNotTrustABlackPicture() {
        assertEquals(Distrust.BLACK, judge(0.6, 0, 40, 0));
    }

    @Test
    void shouldNotTrustABlownOutPicture() {
        assertEquals(Distrust.SATURATED, judge(0, 0.6, 40, 0));
    }

    @Test
    void shouldNotTrustAPictureWithoutTexture() {
        assertEquals(Distrust.FLAT, judge(0, 0, 1.4, 0));
    }

    @Test
    void shouldNotTrustAPictureWithoutEdges() {
        assertEquals(Distrust.BLURRED, health.judge(picture, 0, 0, 40, 0.0025, 0));
        picture.set(ValueLayout.JAVA_BYTE, 5, (byte) 1);
        assertEquals(Distrust.NONE, health.judge(picture, 0, 0, 40, 0.0026, MS));
    }

    @Test
    void shouldNotTrustAPictureThatStandsStill() {
        assertEquals(Distrust.NONE, judge(0, 0, 40, 0));
        assertEquals(Distrust.NONE, judge(0, 0, 40, 499));
        assertEquals(Distrust.FROZEN, judge(0, 0, 40, 500));
        picture.set(ValueLayout.JAVA_BYTE, 19_199, (byte) 1);
        assertEquals(Distrust.NONE, judge(0, 0, 40, 510));
    }

    @Test
    void shouldNoticeAnyOneChangedPixel() {
        long now = 0;
        judge(0, 0, 40, now);
        for (int i = 0; i < 160 * 120; i += 37) {
            picture.set(ValueLayout.JAVA_BYTE, i, (byte) 1);
            now += 600;
            assertEquals(Distrust.NONE, judge(0, 0, 40, now), "pixel " + i);
        }
    }

    @Test
    void shouldNameACoveredLensRatherThanTheFrozenPictureItMakes() {
        judge(1, 0, 0, 0);
        assertEquals(Distrust.BLACK, judge(1, 0, 0, 1000));
    }
}
