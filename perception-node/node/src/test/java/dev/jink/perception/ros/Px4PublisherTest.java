package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.SectorSamples;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.control.Px4Link;

import org.junit.jupiter.api.Test;

import px4_msgs.msg.ObstacleDistance;
import px4_msgs.msg.OffboardControlMode;
import px4_msgs.msg.TrajectorySetpoint;

/** What PX4 is told, and when, on virtual time. */
class Px4PublisherTest {
    private static final long MS = TestClock.MS;
    private final TestClock clock = new TestClock(77_000 * MS);
    private final EpochClock epoch = new EpochClock(clock);
    private final Kept<OffboardControlMode> modes = new Kept<>();
    private final Kept<TrajectorySetpoint> setpoints = new Kept<>();
    private final Kept<ObstacleDistance> distances = new Kept<>();
    private final Px4Link link =
            new Px4Link(
                    new Px4Publisher(new Outlet(), modes, setpoints, distances, epoch),
                    now -> Math.PI / 2,
                    clock,
                    500 * MS,
                    12);
    private final Command command = new Command();

    private long micros() {
        return epoch.nanosAt(clock.nanos()) / 1000;
    }

    @Test
    void shouldStampEverythingInMicrosecondsSince1970() {
        long wallMicros = System.currentTimeMillis() * 1000;
        assertTrue(Math.abs(micros() - wallMicros) < 60_000_000, "the clocks of this test");
        for (int i = 0; i < 100; i++) {
            link.send(command);
            assertEquals(micros(), setpoints.last().getTimestamp());
            long stampNanos = epoch.nanosAt(clock.nanos()) - 30 * MS;
            link.show(stampNanos, SectorSamples.all(3));
            assertEquals(stampNanos / 1000, distances.last().getTimestamp());
            link.watch().poll(clock.nanos());
            assertTrue(micros() - modes.last().getTimestamp() <= 200_000);
            clock.advanceMs(33);
        }
    }

    @Test
    void shouldControlVelocityAndYawRateAlone() {
        command.set(2, 0.5, 0.25, 0.75); // nose north
        link.send(command);
        TrajectorySetpoint s = setpoints.last();
        assertEquals(2, s.getVelocity().get(0), 1e-6);
        assertEquals(-0.5, s.getVelocity().get(1), 1e-6);
        assertEquals(-0.25, s.getVelocity().get(2), 1e-6);
        assertEquals(-0.75f, s.getYawspeed());
        assertTrue(Float.isNaN(s.getYaw()));
        for (int axis = 0; axis < 3; axis++) {
            assertTrue(Float.isNaN(s.getPosition().get(axis)));
            assertTrue(Float.isNaN(s.getAcceleration().get(axis)));
            assertTrue(Float.isNaN(s.getJerk().get(axis)));
        }
        link.show(1, SectorSamples.all(3));
        link.watch().poll(clock.nanos());
        OffboardControlMode mode = modes.last();
        assertTrue(mode.getVelocity());
        assertFalse(
                mode.getPosition()
                        || mode.getAcceleration()
                        || mode.getAttitude()
                        || mode.getBodyRate()
                        || mode.getThrustAndTorque()
                        || mode.getDirectActuator());
    }

    @Test
    void shouldDescribeTheDistances() {
        link.show(1, SectorSamples.clearBut(35, 2));
        ObstacleDistance d = distances.last();
        assertEquals(12, d.getFrame());
        assertEquals(0, d.getSensorType());
        assertEquals(5, d.getIncrement());
        assertEquals(0, d.getAngleOffset());
        assertEquals(0, d.getMinDistance());
        assertEquals(1200, d.getMaxDistance());
        assertEquals(200, d.getDistances().get(0).intValue());
        assertEquals(1201, d.getDistances().get(2).intValue());
        link.show(2, null);
        for (int k = 0; k < Sectors.COUNT; k++) {
            assertEquals(65_535, Short.toUnsignedInt(d.getDistances().get(k)));
        }
    }

    @Test
    void shouldSendNoSignOfLifeOnceTheLastGoodDecisionIsOld() {
        link.send(command);
        link.show(1, SectorSamples.all(3));
        link.watch().poll(clock.nanos());
        assertEquals(1, modes.count());
        clock.advanceMs(499);
        link.watch().poll(clock.nanos());
        assertEquals(2, modes.count());
        clock.advanceMs(1);
        for (int i = 0; i < 100; i++) {
            link.send(command);
            link.show(1, null);
            link.watch().poll(clock.nanos());
            clock.advanceMs(50);
        }
        assertEquals(2, modes.count());
        assertEquals(101, setpoints.count());
    }
}
