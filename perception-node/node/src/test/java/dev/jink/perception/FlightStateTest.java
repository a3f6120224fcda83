package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.PipelineSettings.HealthSettings;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.health.Distrust;

import org.junit.jupiter.api.Test;

class FlightStateTest {
    private static final long MS = 1_000_000;
    private final FlightState flight = new FlightState(HealthSettings.defaults());
    private final Command wanted = new Command();
    private final Motion own = new Motion();

    private void movedAt(long nanos) {
        Motion motion = new Motion();
        motion.vx = 3;
        motion.stampNanos = nanos;
        flight.moved(motion);
    }

    @Test
    void shouldWantToStandWhenNothingWasWantedYet() {
        wanted.set(1, 1, 1, 1);
        flight.read(0, wanted, own);
        assertEquals(0, wanted.speed());
        assertEquals(0, wanted.yawRate);
    }

    @Test
    void shouldWantToStandWhenTheWishIsOlderThanASecond() {
        flight.want(2, 0, 0, 1, 1000 * MS);
        flight.read(2000 * MS, wanted, own);
        assertEquals(2, wanted.vx);
        flight.read(2000 * MS + 1, wanted, own);
        assertEquals(0, wanted.vx);
        assertEquals(0, wanted.yawRate);
    }

    @Test
    void shouldNotKnowItsMotionWhenOdometryIsStale() {
        assertEquals(Distrust.STALE_ODOMETRY, flight.read(0, wanted, own));
        movedAt(1000 * MS);
        assertEquals(Distrust.NONE, flight.read(1500 * MS, wanted, own));
        assertTrue(own.known);
        assertEquals(3, own.vx);
        assertEquals(Distrust.STALE_ODOMETRY, flight.read(1500 * MS + 1, wanted, own));
        assertFalse(own.known);
    }

    @Test
    void shouldFlyWithoutOdometryWhereNoneIsRequired() {
        FlightState free = new FlightState(HealthSettings.defaults().withOdometry(false, 500 * MS));
        assertEquals(Distrust.NONE, free.read(0, wanted, own));
        assertFalse(own.known);
    }

    @Test
    void shouldForgetBoth() {
        flight.want(2, 0, 0, 0, 0);
        movedAt(0);
        flight.clear();
        assertEquals(Distrust.STALE_ODOMETRY, flight.read(0, wanted, own));
        assertEquals(0, wanted.vx);
    }
}
