package dev.jink.perception.ros;

import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.control.Heading;
import dev.jink.perception.control.Px4Link;
import dev.jink.perception.control.Px4Port;
import dev.jink.perception.control.TwistLink;
import dev.jink.perception.control.TwistPort;
import dev.jink.perception.control.WorldTwistLink;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.ros.Controller.Way;

import geometry_msgs.msg.TwistStamped;

import org.ros2.rcljava.node.Node;

import sensor_msgs.msg.LaserScan;

import java.util.function.Consumer;

/** Makes the controller that the parameters name, with its topics or its socket. */
final class Controllers {
    private static final String REHEARSED = "~/rehearsed";
    private static final String MAP = "map";
    // Now and then unknown, as in flight, so that both ways are compiled before it.
    private static final long UNKNOWN_BIT = 1L << 16;
    private static final double REHEARSED_YAW = 0.5;

    private final NodeSettings settings;
    private final Node node;
    private final Outlet outlet;
    private final NanoClock clock;
    private final EpochClock epoch;
    private final StampClock stamps;
    private final double rangeMaxM;

    /**
     * @param epoch the machine's time, for signatures
     * @param stamps the time of messages
     */
    Controllers(
            NodeSettings settings,
            Node node,
            Outlet outlet,
            NanoClock clock,
            EpochClock epoch,
            StampClock stamps,
            double rangeMaxM) {
        this.settings = settings;
        this.node = node;
        this.outlet = outlet;
        this.clock = clock;
        this.epoch = epoch;
        this.stamps = stamps;
        this.rangeMaxM = rangeMaxM;
    }

    /**
     * @param heading of the drone
     * @param report for lines to people
     */
    Controller make(Heading heading, Consumer<String> report) {
        return switch (settings.controller().kind()) {
            case TWIST -> twist();
            case PX4 -> px4(heading);
            case ARDUPILOT -> ardupilot(heading);
            case MAVROS -> mavros(heading);
            case MAVLINK ->
                    MavlinkCompany.controller(
                            settings.controller(), clock, epoch, rangeMaxM, report);
        };
    }

    private Controller twist() {
        TwistLink real = new TwistLink(twists(Topics.COMMAND, settings.baseFrame()));
        TwistLink rehearsal = new TwistLink(twists(Topics.REHEARSAL, settings.baseFrame()));
        TwistLink guards = new TwistLink(twists(Topics.COMMAND, settings.baseFrame()));
        return new Controller(Way.of(real), guards, Way.of(rehearsal), () -> "twist");
    }

    private Controller px4(Heading heading) {
        Px4Publisher port = Px4Publisher.on(outlet, node, "", stamps);
        Px4Link real = px4(port, heading);
        Px4Link rehearsal =
                px4(Px4Publisher.on(outlet, node, REHEARSED, stamps), Controllers::rehearsedYaw);
        return new Controller(
                new Way(real, real),
                px4(port.withOwnSetpoints(node), heading),
                new Way(rehearsal, rehearsal),
                () ->
                        real.isAlive()
                                ? "px4: kept in offboard mode"
                                : "px4: no good decision, left to fail safe by itself",
                real.watch());
    }

    private Px4Link px4(Px4Port port, Heading heading) {
        return new Px4Link(port, heading, clock, settings.controller().keepAliveNanos(), rangeMaxM);
    }

    private Controller ardupilot(Heading heading) {
        String frame = settings.controller().ardupilotFrame();
        return new Controller(
                Way.of(ardupilot(Topics.ARDUPILOT_COMMAND, frame, heading)),
                ardupilot(Topics.ARDUPILOT_COMMAND, frame, heading),
                Way.of(ardupilot(Topics.REHEARSAL, frame, Controllers::rehearsedYaw)),
                () -> "ardupilot: velocities in " + frame);
    }

    private ControllerLink ardupilot(String topic, String frame, Heading heading) {
        return frame.equals(MAP)
                ? new WorldTwistLink(twists(topic, frame), heading, clock)
                : new TwistLink(twists(topic, frame));
    }

    private Controller mavros(Heading heading) {
        return new Controller(
                mavros("", heading),
                mavrosTwists("", heading),
                mavros(REHEARSED, Controllers::rehearsedYaw),
                () -> "mavros: velocities in " + MAP);
    }

    private Way mavros(String prefix, Heading heading) {
        return new Way(
                mavrosTwists(prefix, heading),
                new MavrosScan(
                        outlet,
                        node.createPublisher(
                                LaserScan.class,
                                prefix + Topics.MAVROS_SCAN,
                                TopicQos.out(node, prefix + Topics.MAVROS_SCAN)),
                        settings.baseFrame(),
                        rangeMaxM));
    }

    private WorldTwistLink mavrosTwists(String prefix, Heading heading) {
        return new WorldTwistLink(twists(prefix + Topics.MAVROS_COMMAND, MAP), heading, clock);
    }

    private TwistPort twists(String topic, String frameId) {
        return new TwistPublisher(
                outlet,
                node.createPublisher(TwistStamped.class, topic, TopicQos.out(node, topic)),
                frameId,
                clock,
                stamps);
    }

    private static double rehearsedYaw(long nowNanos) {
        return (nowNanos & UNKNOWN_BIT) == 0 ? REHEARSED_YAW : Double.NaN;
    }
}
