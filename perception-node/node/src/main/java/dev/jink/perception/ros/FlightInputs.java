package dev.jink.perception.ros;

import dev.jink.perception.FlightState;
import dev.jink.perception.control.ControllerKind;
import dev.jink.perception.deadline.NanoClock;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.node.Node;

import px4_msgs.msg.VehicleOdometry;

/** Subscribes to the wanted velocity and the drone's own motion. */
final class FlightInputs {
    private FlightInputs() {}

    /** @param kind by whose odometry the drone flies */
    static void subscribe(Node node, FlightState flight, ControllerKind kind, NanoClock clock) {
        FlightAdapter adapter = new FlightAdapter(flight, clock);
        node.createSubscription(
                TwistStamped.class,
                Topics.WANTED,
                adapter::wanted,
                TopicQos.in(node, Topics.WANTED));
        if (kind == ControllerKind.PX4) {
            node.createSubscription(
                    VehicleOdometry.class,
                    Topics.PX4_ODOMETRY,
                    new Px4OdometryAdapter(flight, clock)::accept,
                    TopicQos.in(node, Topics.PX4_ODOMETRY));
        } else {
            node.createSubscription(
                    Odometry.class,
                    Topics.ODOMETRY,
                    adapter::odometry,
                    TopicQos.in(node, Topics.ODOMETRY));
        }
    }
}
