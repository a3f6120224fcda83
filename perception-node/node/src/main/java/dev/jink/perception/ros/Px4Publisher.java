package dev.jink.perception.ros;

import dev.jink.perception.control.ObstacleRing;
import dev.jink.perception.control.Px4Port;

import org.ros2.rcljava.interfaces.MessageDefinition;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;

import px4_msgs.msg.ObstacleDistance;
import px4_msgs.msg.OffboardControlMode;
import px4_msgs.msg.TrajectorySetpoint;

/**
 * The port of a PX4 link on its three topics: one message each, filled anew each time.
 *
 * <p>Stamps are microseconds since 1970. PX4's bridge client measures the offset between that clock
 * and its own and takes it off as messages come in ({@code UXRCE_DDS_SYNCT}, on by default): what
 * PX4 sees is its own time since start.
 */
final class Px4Publisher implements Px4Port {
    private static final long NANOS_PER_MICRO = 1_000L;

    private final Outlet outlet;
    private final StampClock stamps;
    private final Publisher<OffboardControlMode> modes;
    private final Publisher<TrajectorySetpoint> setpoints;
    private final Publisher<ObstacleDistance> distances;
    private final OffboardControlMode mode = new OffboardControlMode().setVelocity(true);
    private final TrajectorySetpoint setpoint = new TrajectorySetpoint().setYaw(Float.NaN);
    private final ObstacleDistance distance =
            new ObstacleDistance()
                    .setFrame(ObstacleDistance.MAV_FRAME_BODY_FRD)
                    .setSensorType(ObstacleDistance.MAV_DISTANCE_SENSOR_LASER)
                    .setIncrement(ObstacleRing.INCREMENT_DEG);
    private final float[] velocity = new float[3];
    private final short[] centimetres = new short[ObstacleRing.COUNT];

    Px4Publisher(
            Outlet outlet,
            Publisher<OffboardControlMode> modes,
            Publisher<TrajectorySetpoint> setpoints,
            Publisher<ObstacleDistance> distances,
            StampClock stamps) {
        this.outlet = outlet;
        this.modes = modes;
        this.setpoints = setpoints;
        this.distances = distances;
        this.stamps = stamps;
        float[] uncontrolled = {Float.NaN, Float.NaN, Float.NaN};
        setpoint.setPosition(uncontrolled).setAcceleration(uncontrolled).setJerk(uncontrolled);
    }

    /**
     * Makes the publishers.
     *
     * @param prefix before the topics' names
     */
    static Px4Publisher on(Outlet outlet, Node node, String prefix, StampClock stamps) {
        return new Px4Publisher(
                outlet,
                publisher(node, OffboardControlMode.class, prefix + Topics.PX4_MODE),
                publisher(node, TrajectorySetpoint.class, prefix + Topics.PX4_SETPOINT),
                publisher(node, ObstacleDistance.class, prefix + Topics.PX4_DISTANCE),
                stamps);
    }

    private static <T extends MessageDefinition> Publisher<T> publisher(
            Node node, Class<T> type, String topic) {
        return node.createPublisher(type, topic, TopicQos.out(node, topic));
    }

    /** The same but for a publisher of its own for setpoints, so that neither waits for the other. */
    Px4Publisher withOwnSetpoints(Node node) {
        return new Px4Publisher(
                outlet,
                modes,
                publisher(node, TrajectorySetpoint.class, Topics.PX4_SETPOINT),
                distances,
                stamps);
    }

    @Override
    public void mode(long nowNanos) {
        outlet.publish(modes, mode.setTimestamp(stamps.nanosAt(nowNanos) / NANOS_PER_MICRO));
    }

    @Override
    public void setpoint(long nowNanos, double[] velocityNed, double yawRate) {
        for (int i = 0; i < velocity.length; i++) {
            velocity[i] = (float) velocityNed[i];
        }
        setpoint.setTimestamp(stamps.nanosAt(nowNanos) / NANOS_PER_MICRO)
                .setVelocity(velocity)
                .setYawspeed((float) yawRate);
        outlet.publish(setpoints, setpoint);
    }

    @Override
    public void obstacles(long frameStampNanos, ObstacleRing ring) {
        for (int k = 0; k < centimetres.length; k++) {
            centimetres[k] = (short) ring.distanceCm(k);
        }
        distance.setTimestamp(frameStampNanos / NANOS_PER_MICRO)
                .setDistances(centimetres)
                .setMinDistance((short) 0)
                .setMaxDistance((short) ring.maxCm());
        outlet.publish(distances, distance);
    }
}
