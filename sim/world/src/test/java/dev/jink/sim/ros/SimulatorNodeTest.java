package dev.jink.sim.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Over real DDS, in real time: a few seconds each. */
class SimulatorNodeTest {
    private static final QoSProfile NEWEST = QoSProfile.sensorData();

    /** Another participant that gives back every wish as a command, sideways. */
    private static final class EchoPilot implements AutoCloseable {
        final AtomicInteger images = new AtomicInteger();
        final AtomicInteger infos = new AtomicInteger();
        final AtomicInteger odometry = new AtomicInteger();
        final List<String> faults = Collections.synchronizedList(new ArrayList<>());
        private final Context context = RCLJava.createContext();
        private final Node node;
        private final Publisher<TwistStamped> commands;
        private long lastStamp;

        EchoPilot(String frame) {
            context.init();
            node = RCLJava.createNode("echo_pilot", "", context);
            commands = node.createPublisher(TwistStamped.class, "cmd_vel", QoSProfile.keepLast(1));
            node.createSubscription(Image.class, "image_raw", this::image, NEWEST);
            node.createSubscription(
                    CameraInfo.class, "camera_info", m -> infos.incrementAndGet(), NEWEST);
            node.createSubscription(
                    Odometry.class, "odometry", m -> odometry.incrementAndGet(), NEWEST);
            node.createSubscription(
                    TwistStamped.class, "cmd_vel_in", m -> answer(m, frame), NEWEST);
            Thread.ofPlatform().daemon().start(() -> RCLJava.spin(node));
        }

        private void image(Image m) {
            images.incrementAndGet();
            long stamp =
                    m.getHeader().getStamp().getSec() * 1_000_000_000L
                            + m.getHeader().getStamp().getNanosec();
            if (m.getWidth() != 320
                    || m.getHeight() != 240
                    || m.getStep() != 320
                    || !m.getEncoding().equals("mono8")
                    || m.getData().size() != 320 * 240) {
                faults.add("picture " + m.getWidth() + "x" + m.getHeight() + m.getEncoding());
            }
            if (stamp <= lastStamp || Math.abs(WallTime.epochNanos() - stamp) > 2_000_000_000L) {
                faults.add("stamp " + stamp + " after " + lastStamp);
            }
            lastStamp = stamp;
        }

        private void answer(TwistStamped wish, String frame) {
            TwistStamped command = new TwistStamped();
            command.getHeader().setFrameId(frame);
            command.getTwist().getLinear().setY(wish.getTwist().getLinear().getX() / 3);
            commands.publish(command);
        }

        @Override
        public void close() {
            context.shutdown();
        }
    }

    @Test
    void shouldFlyAsCommandedOverDds() throws Exception {
        SimulatorSettings settings = SimulatorSettings.demo(7, 1.5, false).withWait(30);
        AtomicInteger watched = new AtomicInteger();
        Flight flight;
        try (EchoPilot pilot = new EchoPilot("base_link");
                SimulatorNode simulator = new SimulatorNode(settings, List.of())) {
            flight = simulator.fly((at, obeyed, p, c, gray, w, h) -> watched.incrementAndGet());
            assertTrue(pilot.images.get() > 3, "images " + pilot.images);
            assertTrue(pilot.infos.get() > 3, "infos " + pilot.infos);
            assertTrue(pilot.odometry.get() > 10, "odometry " + pilot.odometry);
            assertEquals(List.of(), pilot.faults);
        }
        assertTrue(flight.commands() > 10, flight.toString());
        assertEquals(flight.frames(), watched.get());
        assertEquals(0, flight.collisions());
        assertFalse(flight.reachedGoal());
        assertTrue(flight.track().getLast().y() > 0.2, "went sideways: " + flight);
        assertEquals(1.5, flight.seconds(), 0.3);
    }

    @Test
    void shouldNotObeyCommandsInAnotherFrame() throws Exception {
        SimulatorSettings settings = SimulatorSettings.demo(7, 5, false).withWait(4);
        try (EchoPilot pilot = new EchoPilot("map");
                SimulatorNode simulator = new SimulatorNode(settings, List.of())) {
            IllegalStateException refused =
                    assertThrows(
                            IllegalStateException.class, () -> simulator.fly(FlightListener.NONE));
            assertTrue(
                    refused.getMessage().startsWith("simulator: no cmd_vel"), refused.getMessage());
            assertTrue(pilot.images.get() >= 0);
        }
    }

    @Test
    void shouldCollideOnTheDemoCourseWhenItFliesStraight() throws Exception {
        SimulatorSettings settings = SimulatorSettings.demo(7, 20, true).withSpeed(6);
        try (SimulatorNode simulator = new SimulatorNode(settings, List.of())) {
            Flight flight = simulator.fly(FlightListener.NONE);
            assertEquals(1, flight.collisions(), flight.toString());
            assertFalse(flight.reachedGoal());
            assertTrue(flight.frames() > 0);
        }
    }

    @Test
    void shouldSayWhatIsWrongWithItsSettings() {
        assertEquals(
                "simulator: limit is 0.0 s, wait 60.0 s; wanted both above 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SimulatorSettings.demo(1, 0, false))
                        .getMessage());
        assertEquals(2, SimulatorCommand.commandLine().execute("--speed", "0"));
    }
}
