package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.avoid.SectorSamples;

import org.junit.jupiter.api.Test;

class Px4LinkTest {
    private static final long MS = TestClock.MS;
    private static final double CLOSE = 1e-12;
    private final TestClock clock = new TestClock(7_000 * MS);
    private final Port port = new Port();
    private final Command command = new Command();
    private double yawEnu;
    private final Px4Link link = new Px4Link(port, now -> yawEnu, clock, 500 * MS, 12);

    /** Keeps the last of everything. */
    private static final class Port implements Px4Port {
        private int modes;
        private long setpointNanos;
        private double[] velocityNed;
        private double yawRate;
        private long stampNanos;
        private int aheadCm;
        private int maxCm;

        @Override
        public void mode(long nowNanos) {
            modes++;
        }

        @Override
        public void setpoint(long nowNanos, double[] v, double rate) {
            setpointNanos = nowNanos;
            velocityNed = v.clone();
            yawRate = rate;
        }

        @Override
        public void obstacles(long frameStampNanos, ObstacleRing ring) {
            stampNanos = frameStampNanos;
            aheadCm = ring.distanceCm(0);
            maxCm = ring.maxCm();
        }
    }

    private void assertSetpoint(double north, double east, double down, double yawRate) {
        assertArrayEquals(new double[] {north, east, down}, port.velocityNed, CLOSE);
        assertEquals(yawRate, port.yawRate, CLOSE);
    }

    /** One frame: the command goes out, then what was seen. */
    private void decide() {
        link.send(command);
        link.show(42, SectorSamples.all(Float.POSITIVE_INFINITY));
    }

    private int modesAfterMs(int ms) {
        int before = port.modes;
        for (int i = 0; i < ms; i += 10) {
            link.watch().poll(clock.nanos());
            clock.advanceMs(10);
        }
        return port.modes - before;
    }

    @Test
    void shouldTurnTheCommandIntoNedByTheHeading() {
        command.set(2, 0.5, 0.25, 0.75);
        yawEnu = 0; // nose east, so left is north
        link.send(command);
        assertSetpoint(0.5, 2, -0.25, -0.75);
        assertEquals(clock.nanos(), port.setpointNanos);
        yawEnu = Math.PI / 2; // nose north, so left is west
        link.send(command);
        assertSetpoint(2, -0.5, -0.25, -0.75);
        yawEnu = Math.PI; // nose west, so left is south
        link.send(command);
        assertSetpoint(-0.5, -2, -0.25, -0.75);
    }

    @Test
    void shouldStandStillWithoutAHeadingAndNotEarnASignOfLife() {
        command.set(2, 0.5, 0.25, 0.75);
        yawEnu = Double.NaN;
        decide();
        assertSetpoint(0, 0, 0, 0);
        assertEquals(1, link.headingUnknown());
        assertEquals(0, modesAfterMs(2000));
        assertFalse(link.isAlive());
    }

    @Test
    void shouldStandStillInPlaceOfANumberThatIsNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            command.set(1, bad, 0, 0);
            decide();
            assertSetpoint(0, 0, 0, 0);
        }
        assertEquals(2, link.notFinite());
        assertEquals(0, modesAfterMs(2000));
    }

    @Test
    void shouldKeepPx4InOffboardModeWhileDecisionsAreGood() {
        command.set(1, 0, 0, 0);
        decide();
        assertTrue(link.isAlive());
        assertEquals(1, modesAfterMs(10));
        for (int i = 0; i < 30; i++) {
            decide();
            modesAfterMs(100);
        }
        assertTrue(port.modes >= 15, "modes " + port.modes);
    }

    @Test
    void shouldLeavePx4ToItselfWhenPicturesAreNoLongerTrusted() {
        command.set(1, 0, 0, 0);
        decide();
        assertTrue(modesAfterMs(490) > 0);
        int late = 0;
        for (int i = 0; i < 30; i++) {
            // Frames still come and are answered with caution, then with the brake.
            command.brake(Reason.UNKNOWN);
            link.send(command);
            link.show(42, null);
            late += modesAfterMs(100);
        }
        assertEquals(0, late);
        assertSetpoint(0, 0, 0, 0);
    }

    @Test
    void shouldLeavePx4ToItselfWhenOnlyTheGuardStillSpeaks() {
        decide();
        modesAfterMs(500);
        for (int i = 0; i < 30; i++) {
            command.brake(Reason.BRAKE);
            link.send(command);
            assertEquals(0, modesAfterMs(100));
        }
    }

    @Test
    void shouldShowTheObstaclesWithTheStampOfTheirPicture() {
        link.show(123_456, SectorSamples.all(3.5f));
        assertEquals(123_456, port.stampNanos);
        assertEquals(350, port.aheadCm);
        assertEquals(1200, port.maxCm);
        link.show(123_457, null);
        assertEquals(65_535, port.aheadCm);
    }
}
