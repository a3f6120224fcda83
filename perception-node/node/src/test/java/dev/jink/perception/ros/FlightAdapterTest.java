package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.FlightState;
import dev.jink.perception.PipelineSettings.HealthSettings;
import dev.jink.perception.TestClock;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.health.Distrust;

import geometry_msgs.msg.Quaternion;
import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;

class FlightAdapterTest {
    private static final double CLOSE = 1e-9;
    private final TestClock clock = new TestClock(5_000_000_000L);
    private final FlightState flight = new FlightState(HealthSettings.defaults());
    private final FlightAdapter adapter = new FlightAdapter(flight, clock);
    private final Command wanted = new Command();
    private final Motion own = new Motion();

    private Distrust read() {
        return flight.read(clock.nanos(), wanted, own);
    }

    private static Odometry odometry(double roll, double pitch, double yaw) {
        Odometry message = new Odometry();
        Quaternion q = message.getPose().getPose().getOrientation();
        double cr = Math.cos(roll / 2);
        double sr = Math.sin(roll / 2);
        double cp = Math.cos(pitch / 2);
        double sp = Math.sin(pitch / 2);
        double cy = Math.cos(yaw / 2);
        double sy = Math.sin(yaw / 2);
        q.setX(sr * cp * cy - cr * sp * sy);
        q.setY(cr * sp * cy + sr * cp * sy);
        q.setZ(cr * cp * sy - sr * sp * cy);
        q.setW(cr * cp * cy + sr * sp * sy);
        return message;
    }

    @Test
    void shouldTakeTheTwistInTheBodyFrameAndTurnItUpright() {
        Odometry message = odometry(0, Math.toRadians(20), Math.toRadians(70));
        message.getTwist().getTwist().getLinear().setX(2);
        message.getTwist().getTwist().getAngular().setZ(0.3);
        message.getPose().getPose().getPosition().setX(10);
        message.getPose().getPose().getPosition().setZ(4);
        adapter.odometry(message);
        assertEquals(Distrust.NONE, read());
        assertEquals(2 * Math.cos(Math.toRadians(20)), own.vx, CLOSE);
        assertEquals(0, own.vy, CLOSE);
        assertEquals(-2 * Math.sin(Math.toRadians(20)), own.vz, CLOSE);
        assertEquals(0.3 * Math.cos(Math.toRadians(20)), own.yawRate, CLOSE, "about up");
        assertEquals(Math.toRadians(20), own.pitch, CLOSE);
        assertEquals(Math.toRadians(70), own.yaw, CLOSE);
        assertEquals(10, own.x);
        assertEquals(4, own.z);
        assertEquals(clock.nanos(), own.stampNanos);
    }

    @Test
    void shouldReadEachAngleOfTheAttitude() {
        adapter.odometry(odometry(0.1, -0.2, 2.5));
        read();
        assertEquals(0.1, own.roll, CLOSE);
        assertEquals(-0.2, own.pitch, CLOSE);
        assertEquals(2.5, own.yaw, CLOSE);
    }

    @Test
    void shouldDropOdometryThatIsNotFiniteOrHasNoAttitude() {
        Odometry bad = odometry(0, 0, 0);
        bad.getTwist().getTwist().getLinear().setY(Double.NaN);
        adapter.odometry(bad);
        Odometry none = odometry(0, 0, 0);
        none.getPose().getPose().getOrientation().setW(0);
        adapter.odometry(none);
        assertEquals(Distrust.STALE_ODOMETRY, read());
        assertEquals(2, adapter.dropped());
    }

    @Test
    void shouldTakeTheWantedVelocity() {
        TwistStamped message = new TwistStamped();
        message.getTwist().getLinear().setX(1);
        message.getTwist().getLinear().setY(-2);
        message.getTwist().getLinear().setZ(0.5);
        message.getTwist().getAngular().setZ(0.25);
        adapter.wanted(message);
        read();
        assertEquals(1, wanted.vx);
        assertEquals(-2, wanted.vy);
        assertEquals(0.5, wanted.vz);
        assertEquals(0.25, wanted.yawRate);
    }

    @Test
    void shouldNotWantWhatIsNotFinite() {
        TwistStamped message = new TwistStamped();
        message.getTwist().getLinear().setX(Double.POSITIVE_INFINITY);
        adapter.wanted(message);
        read();
        assertEquals(0, wanted.vx);
        assertEquals(1, adapter.dropped());
    }
}
