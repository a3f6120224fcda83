package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import dev.jink.perception.FlightState;
import dev.jink.perception.PipelineSettings.HealthSettings;
import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.health.Distrust;

import org.junit.jupiter.api.Test;

import px4_msgs.msg.VehicleOdometry;

import java.lang.management.ManagementFactory;

class Px4OdometryAdapterTest {
    private static final double CLOSE = 1e-6; // px4_msgs has floats
    private static final double HALF = Math.sqrt(0.5);
    private final TestClock clock = new TestClock(5_000_000_000L);
    private final FlightState flight = new FlightState(HealthSettings.defaults());
    private final Px4OdometryAdapter adapter = new Px4OdometryAdapter(flight, clock);
    private final Motion own = new Motion();

    private Distrust read() {
        return flight.read(clock.nanos(), new Command(), own);
    }

    private static VehicleOdometry message(double w, double x, double y, double z) {
        return new VehicleOdometry()
                .setPoseFrame(VehicleOdometry.POSE_FRAME_NED)
                .setVelocityFrame(VehicleOdometry.VELOCITY_FRAME_NED)
                .setQ(new float[] {(float) w, (float) x, (float) y, (float) z});
    }

    private static float[] floats(double a, double b, double c) {
        return new float[] {(float) a, (float) b, (float) c};
    }

    private void assertVelocity(double forward, double left, double up) {
        assertEquals(forward, own.vx, CLOSE);
        assertEquals(left, own.vy, CLOSE);
        assertEquals(up, own.vz, CLOSE);
    }

    @Test
    void shouldTakeNedVelocitiesOfADroneThatLooksEast() {
        VehicleOdometry east = message(HALF, 0, 0, HALF); // a quarter turn about down
        east.setVelocity(floats(1, 2, -0.5)).setPosition(floats(10, 20, -5));
        east.setAngularVelocity(floats(0, 0, 0.3));
        adapter.accept(east);
        assertEquals(Distrust.NONE, read());
        assertVelocity(2, 1, 0.5); // east is ahead, north is to the left
        assertEquals(0, own.yaw, CLOSE);
        assertEquals(-0.3, own.yawRate, CLOSE);
        assertEquals(20, own.x, CLOSE);
        assertEquals(10, own.y, CLOSE);
        assertEquals(5, own.z, CLOSE);
        assertEquals(clock.nanos(), own.stampNanos);
    }

    @Test
    void shouldTakeNedVelocitiesOfADroneThatLooksNorth() {
        adapter.accept(message(1, 0, 0, 0).setVelocity(floats(1, 2, 3)));
        read();
        assertVelocity(1, -2, -3);
        assertEquals(Math.PI / 2, own.yaw, CLOSE);
    }

    @Test
    void shouldTurnBodyVelocitiesUpright() {
        double pitch = Math.toRadians(-20); // nose down in FRD
        VehicleOdometry m = message(Math.cos(pitch / 2), 0, Math.sin(pitch / 2), 0);
        m.setVelocityFrame(VehicleOdometry.VELOCITY_FRAME_BODY_FRD).setVelocity(floats(2, 0, 0));
        adapter.accept(m);
        read();
        assertVelocity(2 * Math.cos(pitch), 0, 2 * Math.sin(pitch));
        assertEquals(-pitch, own.pitch, CLOSE); // nose down is positive in FLU
        assertEquals(0, own.roll, CLOSE);
    }

    @Test
    void shouldReadRollToTheRight() {
        double roll = Math.toRadians(15);
        adapter.accept(message(Math.cos(roll / 2), Math.sin(roll / 2), 0, 0));
        read();
        assertEquals(roll, own.roll, CLOSE);
        assertEquals(0, own.pitch, CLOSE);
    }

    @Test
    void shouldGiveTheHeadingWhileItIsFresh() {
        assertTrue(Double.isNaN(flight.yawEnu(clock.nanos())));
        adapter.accept(message(1, 0, 0, 0));
        assertEquals(Math.PI / 2, flight.yawEnu(clock.nanos()), CLOSE);
        clock.advanceMs(500);
        assertEquals(Math.PI / 2, flight.yawEnu(clock.nanos()), CLOSE);
        clock.advanceMs(1);
        assertTrue(Double.isNaN(flight.yawEnu(clock.nanos())));
    }

    @Test
    void shouldDropWhatCanNotBeUsed() {
        adapter.accept(message(1, 0, 0, 0).setPoseFrame(VehicleOdometry.POSE_FRAME_FRD));
        adapter.accept(message(1, 0, 0, 0).setPoseFrame(VehicleOdometry.POSE_FRAME_UNKNOWN));
        adapter.accept(message(1, 0, 0, 0).setVelocityFrame(VehicleOdometry.VELOCITY_FRAME_FRD));
        adapter.accept(message(1, 0, 0, 0).setVelocityFrame((byte) 0));
        adapter.accept(message(0, 0, 0, 0));
        adapter.accept(message(Double.NaN, 0, 0, 0));
        adapter.accept(message(Double.POSITIVE_INFINITY, 0, 0, 0));
        adapter.accept(message(1, 0, 0, 0).setVelocity(floats(0, Double.NaN, 0)));
        adapter.accept(message(1, 0, 0, 0).setPosition(floats(Double.NaN, 0, 0)));
        adapter.accept(message(1, 0, 0, 0).setAngularVelocity(floats(0, 0, Double.NaN)));
        assertEquals(10, adapter.dropped());
        assertEquals(Distrust.STALE_ODOMETRY, read());
    }

    @Test
    void shouldAllocateNothing() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        VehicleOdometry m = message(HALF, 0, 0, HALF).setVelocity(floats(1, 2, -0.5));
        long fewest = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int i = 0; i < 10_000; i++) {
                adapter.accept(m);
            }
            fewest = Math.min(fewest, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, fewest);
    }
}
