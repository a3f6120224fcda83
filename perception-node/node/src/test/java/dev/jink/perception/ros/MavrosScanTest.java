package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.SectorSamples;
import dev.jink.perception.avoid.Sectors;

import org.junit.jupiter.api.Test;

import sensor_msgs.msg.LaserScan;

import java.lang.management.ManagementFactory;

/** Read as MAVROS's plugin obstacle_distance reads it, its arithmetic written out here. */
class MavrosScanTest {
    private static final int UNKNOWN = 65_535;
    private final Kept<LaserScan> published = new Kept<>();
    private final MavrosScan scan = new MavrosScan(new Outlet(), published, "base_link", 12);

    /** What goes into OBSTACLE_DISTANCE.distances[k]. */
    private int distance(int k) {
        float cm = (float) (published.last().getRanges().get(k) * 1e2);
        return Float.isNaN(cm) || cm >= UNKNOWN || cm < 0 ? UNKNOWN : (int) cm;
    }

    private int maxDistance() {
        return (int) (published.last().getRangeMax() * 1e2);
    }

    @Test
    void shouldArriveAsFreeWhereItIsClear() {
        for (double rangeMaxM : new double[] {1, 8.05, 9.99, 12, 20, 33.33, 100, 655.33}) {
            MavrosScan other = new MavrosScan(new Outlet(), published, "base_link", rangeMaxM);
            other.show(1, SectorSamples.all(Float.POSITIVE_INFINITY));
            assertEquals(Math.round(rangeMaxM * 100), maxDistance());
            for (int k = 0; k < Sectors.COUNT; k++) {
                assertEquals(maxDistance() + 1, distance(k), "at most " + rangeMaxM + " m");
            }
        }
    }

    @Test
    void shouldArriveAsUnknownWhereNothingIsKnown() {
        scan.show(1, SectorSamples.all(Float.NaN));
        for (int k = 0; k < Sectors.COUNT; k++) {
            assertTrue(Float.isNaN(published.last().getRanges().get(k)));
            assertEquals(UNKNOWN, distance(k));
        }
        scan.show(2, SectorSamples.all(1));
        scan.show(3, null);
        assertEquals(UNKNOWN, distance(0));
    }

    @Test
    void shouldArriveInCentimetresAsItWasSeen() {
        for (int cm = 1; cm <= 1200; cm++) {
            scan.show(1, SectorSamples.all((cm + 0.25f) / 100));
            assertEquals(cm, distance(7));
        }
    }

    @Test
    void shouldRunClockwiseFromAheadInTheBodyFrame() {
        scan.show(5_000_000_007L, SectorSamples.clearBut(18, 2)); // 85 to 90 degrees right
        LaserScan s = published.last();
        assertEquals(0, s.getAngleMin());
        assertEquals(Math.toRadians(5), s.getAngleIncrement(), 1e-7);
        assertEquals(Math.toRadians(355), s.getAngleMax(), 1e-5);
        assertEquals("base_link", s.getHeader().getFrameId());
        assertEquals(5, s.getHeader().getStamp().getSec());
        assertEquals(7, s.getHeader().getStamp().getNanosec());
        assertEquals(200, distance(17));
        assertEquals(200, distance(18));
        assertEquals(1201, distance(19));
        assertEquals(1201, distance(54));
    }

    @Test
    void shouldAllocateNothingFromTheFirstFrameOn() {
        com.sun.management.ThreadMXBean threads =
                (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Sectors seen = SectorSamples.clearBut(35, 2);
        for (int i = 0; i < 20_000; i++) {
            scan.show(i, seen);
        }
        MavrosScan fresh = new MavrosScan(new Outlet(), published, "base_link", 12);
        long before = threads.getCurrentThreadAllocatedBytes();
        fresh.show(1, seen);
        assertEquals(0, threads.getCurrentThreadAllocatedBytes() - before);
    }
}
