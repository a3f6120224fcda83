package dev.jink.sim.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;
import dev.jink.sim.scene.Scene;

import geometry_msgs.msg.Vector3;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;

/** On a clock of its own: nothing here waits. */
class LiveDroneTest {
    private static final long MS = 1_000_000L;
    private final Scene scene = Forest.course(7, ForestSettings.demo());

    private LiveDrone drone(boolean straight) {
        return new LiveDrone(scene, Course.ahead(40, 3), DroneSettings.defaults(), straight, 0);
    }

    @Test
    void shouldHoverAndWantNothingUntilTheFlightBegins() {
        LiveDrone drone = drone(false);
        drone.advance(2000 * MS);
        Command wanted = new Command();
        drone.wanted(wanted);
        assertEquals(0, wanted.speed());
        assertEquals(0, drone.here().x());
        assertEquals(0, drone.seconds());
        drone.begin();
        drone.wanted(wanted);
        assertEquals(3, wanted.vx, 1e-9);
        drone.advance(2500 * MS);
        assertEquals(0.5, drone.seconds(), 0.005);
    }

    @Test
    void shouldBrakeByItselfWhenItHearsNothing() {
        LiveDrone drone = drone(false);
        drone.begin();
        for (long t = 0; t < 1000; t += 50) {
            drone.obey(2, 0, 0, 0, t * MS);
            drone.advance(t * MS);
        }
        Motion own = new Motion();
        drone.advance(1440 * MS);
        drone.odometry(own, new double[3]);
        assertTrue(own.vx > 1.8);
        drone.advance(3500 * MS);
        drone.odometry(own, new double[3]);
        assertEquals(0, own.vx, 0.01);
        Flight flight = drone.flight(0, 0, 0, 0, 0);
        assertEquals(1, flight.ownBrakes());
        assertEquals(20, flight.commands());
        drone.obey(2, 0, 0, 0, 3500 * MS);
        drone.advance(3900 * MS);
        drone.odometry(own, new double[3]);
        assertTrue(own.vx > 0.5, "flies again");
    }

    @Test
    void shouldEndAStraightFlightAtItsFirstContact() {
        LiveDrone drone = drone(true);
        drone.begin();
        drone.obey(0, 0, 0, 0, 0);
        for (long t = 0; t < 20_000; t += 10) {
            drone.advance(t * MS);
        }
        Flight flight = drone.flight(600, 1, 2, 7, 9);
        assertTrue(drone.over());
        assertEquals(1, flight.collisions());
        assertFalse(flight.reachedGoal());
        assertTrue(flight.closestM() <= 0);
        assertTrue(flight.progressM() > 5 && flight.progressM() < 38);
        assertEquals(600, flight.frames());
        assertTrue(flight.track().size() > 20);
    }

    @Test
    void shouldExpectItselfWhereItWillBe() {
        LiveDrone drone = drone(true);
        drone.begin();
        drone.advance(1500 * MS);
        Pose expected = drone.expected(1533 * MS);
        drone.advance(1533 * MS);
        Pose real = drone.odometry(new Motion(), new double[3]);
        assertEquals(real.x(), expected.x(), 0.002);
        assertEquals(real.pitchRad(), expected.pitchRad(), 0.01);
    }

    @Test
    void shouldReportTheVelocityOfTheTiltedBody() {
        Pose pose = Pose.of(1, 2, 3, 0.8, 0.3, -0.2);
        Motion motion = new Motion();
        motion.yaw = 0.8;
        motion.vx = 2;
        motion.vz = 0.5;
        motion.stampNanos = 5_000_000_007L;
        Odometry message = new Odometry();
        Messages.odometry(pose, motion, new double[] {0.1, -0.2, 0.4}, message);
        assertEquals(5, message.getHeader().getStamp().getSec());
        assertEquals(7, message.getHeader().getStamp().getNanosec());
        assertEquals("base_link", message.getChildFrameId());
        Vector3 v = message.getTwist().getTwist().getLinear();
        assertEquals(2 * Math.cos(0.3) - 0.5 * Math.sin(0.3), v.getX(), 1e-12);
        double length = v.getX() * v.getX() + v.getY() * v.getY() + v.getZ() * v.getZ();
        assertEquals(4.25, length, 1e-12);
        Vector3 w = message.getTwist().getTwist().getAngular();
        assertEquals(new Vector3().setX(0.1).setY(-0.2).setZ(0.4), w);
    }
}
