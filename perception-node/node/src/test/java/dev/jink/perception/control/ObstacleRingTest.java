package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.avoid.SectorSamples;
import dev.jink.perception.avoid.Sectors;

import org.junit.jupiter.api.Test;

import java.util.Arrays;

class ObstacleRingTest {
    private static final float CLEAR = Float.POSITIVE_INFINITY;
    private final ObstacleRing ring = new ObstacleRing(12);

    @Test
    void shouldKnowNothingBeforeTheFirstPictureAndAfterOneThatIsNotTrusted() {
        assertAll(65_535);
        ring.fill(SectorSamples.all(3));
        assertAll(300);
        ring.fill(null);
        assertAll(65_535);
    }

    @Test
    void shouldSayFreeOneCentimetreBeyondTheFarthestDistance() {
        ring.fill(SectorSamples.all(CLEAR));
        assertAll(1201);
        assertEquals(1200, ring.maxCm());
        assertEquals(1201, ring.freeCm());
        ring.fill(SectorSamples.all(12.02f));
        assertAll(1201);
        ring.fill(SectorSamples.all(12));
        assertAll(1200);
    }

    @Test
    void shouldRoundDownAndNeverSendZeroWhichArduPilotDrops() {
        ring.fill(SectorSamples.all(1.239f));
        assertAll(123);
        for (float touching : new float[] {0, 0.001f, 0.0149f}) {
            ring.fill(SectorSamples.all(touching));
            assertAll(1);
        }
    }

    /** Sector 36 begins straight ahead and goes left, 35 to the right; clockwise 0 begins ahead. */
    @Test
    void shouldRunClockwiseFromStraightAhead() {
        ring.fill(SectorSamples.clearBut(35, 2)); // 0 to 5 degrees to the right
        assertOnly(200, 0, 1);
        ring.fill(SectorSamples.clearBut(36, 2)); // 0 to 5 degrees to the left
        assertOnly(200, 71, 0);
        ring.fill(SectorSamples.clearBut(18, 2)); // 85 to 90 degrees to the right
        assertOnly(200, 17, 18);
        ring.fill(SectorSamples.clearBut(54, 2)); // 90 to 95 degrees to the left
        assertOnly(200, 53, 54);
        ring.fill(SectorSamples.clearBut(0, 2)); // 175 to 180 degrees to the right
        assertOnly(200, 35, 36);
    }

    @Test
    void shouldShowEverySectorWhereverAReaderTakesTheElementToLie() {
        for (int sector = 0; sector < Sectors.COUNT; sector++) {
            ring.fill(SectorSamples.clearBut(sector, 4));
            double clockwiseDeg = Math.toDegrees(-Sectors.middle(sector));
            for (double offDeg = -2.4; offDeg <= 2.4; offDeg += 0.6) {
                double at = (clockwiseDeg + offDeg + 720) % 360;
                int begins = (int) Math.floor(at / 5) % 72;
                int centred = (int) Math.round(at / 5) % 72;
                assertEquals(400, ring.distanceCm(begins), "sector " + sector + " at " + at);
                assertEquals(400, ring.distanceCm(centred), "sector " + sector + " at " + at);
            }
        }
    }

    @Test
    void shouldNotCallAnElementFreeOfWhichHalfIsNotKnown() {
        ring.fill(SectorSamples.clearBut(35, Float.NaN));
        assertOnly(65_535, 0, 1);
        float[] both = new float[Sectors.COUNT];
        Arrays.fill(both, Float.NaN);
        both[35] = 3;
        ring.fill(SectorSamples.of(both));
        assertEquals(300, ring.distanceCm(0));
        assertEquals(300, ring.distanceCm(1));
        assertEquals(65_535, ring.distanceCm(2));
    }

    private void assertAll(int cm) {
        for (int k = 0; k < ObstacleRing.COUNT; k++) {
            assertEquals(cm, ring.distanceCm(k), "element " + k);
        }
    }

    private void assertOnly(int cm, int first, int second) {
        for (int k = 0; k < ObstacleRing.COUNT; k++) {
            assertEquals(k == first || k == second ? cm : 1201, ring.distanceCm(k), "element " + k);
        }
    }
}
