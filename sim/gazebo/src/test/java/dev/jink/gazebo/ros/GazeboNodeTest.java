package dev.jink.gazebo.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.gazebo.RealGazebo;
import dev.jink.gazebo.flight.GazeboFlight;
import dev.jink.sim.trial.TrialSettings;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import rosgraph_msgs.msg.Clock;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A real gzserver over real DDS, where Gazebo is set up. */
class GazeboNodeTest extends RealGazebo {
    private static final QoSProfile NEWEST = QoSProfile.sensorData();

    /** Another participant: turns every wish into a climb to the left, and keeps what it saw. */
    private static final class Climber implements AutoCloseable {
        final List<String> faults = Collections.synchronizedList(new ArrayList<>());
        final AtomicInteger pictures = new AtomicInteger();
        final AtomicInteger infos = new AtomicInteger();
        final AtomicInteger ticks = new AtomicInteger();
        volatile double highestM;
        private final Context context = RCLJava.createContext();
        private final Node node;
        private final Publisher<TwistStamped> commands;
        private long lastTick;

        Climber() {
            context.init();
            node = RCLJava.createNode("climber", "", context);
            commands = node.createPublisher(TwistStamped.class, "cmd_vel", QoSProfile.keepLast(1));
            node.createSubscription(Image.class, "image_raw", this::see, NEWEST);
            node.createSubscription(CameraInfo.class, "camera_info", this::measure, NEWEST);
            node.createSubscription(Odometry.class, "odometry", this::feel, NEWEST);
            node.createSubscription(Clock.class, "/clock", this::tick, NEWEST);
            node.createSubscription(TwistStamped.class, "cmd_vel_in", this::answer, NEWEST);
            Thread.ofPlatform().daemon().start(() -> RCLJava.spin(node));
        }

        private void see(Image m) {
            pictures.incrementAndGet();
            if (m.getWidth() != 320
                    || m.getHeight() != 240
                    || m.getStep() != 960
                    || !m.getEncoding().equals("rgb8")
                    || m.getData().size() != 320 * 240 * 3) {
                faults.add("picture " + m.getWidth() + "x" + m.getHeight() + m.getEncoding());
            }
        }

        private void measure(CameraInfo m) {
            infos.incrementAndGet();
            if (Math.abs(m.getK().get(0) - 160) > 1e-9 || m.getWidth() != 320) {
                faults.add("fx " + m.getK().get(0));
            }
        }

        private void feel(Odometry m) {
            highestM = Math.max(highestM, m.getPose().getPose().getPosition().getZ());
        }

        private void tick(Clock m) {
            ticks.incrementAndGet();
            long now = m.getClock().getSec() * 1_000_000_000L + m.getClock().getNanosec();
            if (now < lastTick) {
                faults.add("clock " + now + " after " + lastTick);
            }
            lastTick = now;
        }

        private void answer(TwistStamped wish) {
            TwistStamped command = new TwistStamped();
            command.getHeader().setFrameId("base_link");
            command.getTwist().getLinear().setY(0.2).setZ(0.5);
            commands.publish(command);
        }

        @Override
        public void close() {
            context.shutdown();
        }
    }

    @Test
    void shouldShowTheNodesTopicsAndObeyItsCommands() {
        GazeboNode.Flown flown;
        try (Climber pilot = new Climber();
                GazeboFlight flight = new GazeboFlight(TrialSettings.demo(2.5), 7);
                GazeboNode node = new GazeboNode(flight, List.of())) {
            flown = node.fly(3, 60);
            assertTrue(pilot.pictures.get() > 10, "pictures " + pilot.pictures);
            assertTrue(pilot.infos.get() > 10, "infos " + pilot.infos);
            assertTrue(pilot.ticks.get() > 20, "clock " + pilot.ticks);
            assertTrue(pilot.highestM > 2.2, "climbed to " + pilot.highestM);
            assertEquals(List.of(), pilot.faults);
        }
        assertFalse(flown.touched(), flown.toString());
        assertFalse(flown.reachedGoal(), flown.toString());
        assertEquals(3, flown.seconds(), 0.05);
        assertTrue(flown.realTime() > 0 && flown.realTime() < 1.1, flown.toString());
        assertTrue(flown.commands() > 10, flown.toString());
    }

    @Test
    void shouldSayThatNobodySteers() {
        try (GazeboFlight flight = new GazeboFlight(TrialSettings.demo(2.5), 7);
                GazeboNode node = new GazeboNode(flight, List.of())) {
            String said =
                    assertThrows(IllegalStateException.class, () -> node.fly(3, 0.5)).getMessage();
            assertTrue(said.startsWith("gazebo: no cmd_vel on /"), said);
            assertTrue(said.endsWith("see whether it says \"active\""), said);
        }
    }
}
