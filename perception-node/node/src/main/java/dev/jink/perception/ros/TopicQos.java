package dev.jink.perception.ros;

import dev.jink.perception.control.ControllerKind;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;
import org.ros2.rcljava.qos.policies.History;
import org.ros2.rcljava.qos.policies.Reliability;

import rcl_interfaces.msg.IntegerRange;
import rcl_interfaces.msg.ParameterDescriptor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How topics are carried, and what may be said otherwise at the start: the parameters {@code
 * qos_overrides.TOPIC.publisher.POLICY} and {@code ….subscription.POLICY} as ROS 2 has them, TOPIC
 * by its full name after remapping. Read-only, as there.
 *
 * <p>Reliability and depth may be chosen everywhere. Durability and history only where an old
 * message does no harm: commands, wishes, odometry and pictures describe the present, and whoever
 * gets one of the past would fly by it. Of a picture only the newest are kept: a send that waits
 * for slow readers and then runs out of time between two fragments ends the process, in Fast DDS.
 */
final class TopicQos {
    private static final int DEEPEST_INPUT = 10;
    private static final int DEEPEST_OUTPUT = 1000;
    private static final QoSProfile RELIABLE = QoSProfile.defaultProfile();
    private static final QoSProfile BEST_EFFORT = QoSProfile.sensorData();
    private static final Map<String, Reliability> RELIABILITIES =
            Map.of(
                    "reliable", RELIABLE.getReliability(),
                    "best_effort", BEST_EFFORT.getReliability());
    private static final Map<String, Durability> DURABILITIES =
            Map.of(
                    "volatile",
                    RELIABLE.getDurability(),
                    "transient_local",
                    Durability.TRANSIENT_LOCAL);
    private static final Map<String, History> HISTORIES =
            Map.of(
                    "keep_last", RELIABLE.getHistory(),
                    "keep_all", QoSProfile.keepAll().getHistory());

    private final Node node;
    private final String prefix;

    private TopicQos(Node node, String topic, String kind) {
        this.node = node;
        prefix = "qos_overrides." + Rcljava.fullName(node, topic) + "." + kind + ".";
    }

    /** The newest message or none, sent once: for what comes in, and describes the present. */
    private static QoSProfile usualIn() {
        return Topics.newestOnly();
    }

    /** The newest message, sent until it has arrived. */
    private static QoSProfile usualOut() {
        return QoSProfile.keepLast(1);
    }

    static QoSProfile in(Node node, String topic) {
        return new TopicQos(node, topic, "subscription").applied(usualIn());
    }

    static QoSProfile out(Node node, String topic) {
        QoSProfile usual = topic.equals(Topics.DEBUG_IMAGE) ? usualIn() : usualOut();
        return new TopicQos(node, topic, "publisher").applied(usual);
    }

    /**
     * Declares the parameters of the topics that this node will have.
     *
     * @throws RuntimeException in one line, when a value from outside is none
     */
    static void declareOn(Node node) {
        boolean compressed = node.getParameter("image_transport").asString().equals("compressed");
        ControllerKind kind = ControllerKind.of(node.getParameter("controller").asString());
        List<String> inputs =
                List.of(
                        compressed ? Topics.COMPRESSED : Topics.IMAGE,
                        Topics.WANTED,
                        kind == ControllerKind.PX4 ? Topics.PX4_ODOMETRY : Topics.ODOMETRY);
        inputs.forEach(topic -> new TopicQos(node, topic, "subscription").declare(usualIn()));
        TopicQos info = new TopicQos(node, Topics.CAMERA_INFO, "subscription");
        info.declare(usualIn());
        info.declareDurability();
        if (node.getParameter("use_sim_time").asBool()) {
            new TopicQos(node, Topics.CLOCK, "subscription").declare(usualIn());
        }
        for (String topic : commands(kind)) {
            new TopicQos(node, topic, "publisher").declare(usualOut());
        }
        List<String> told = new ArrayList<>(List.of(Topics.OBSTACLES, Topics.DIAGNOSTICS));
        told.add(Topics.STATE);
        if (EmbeddedTransport.isPresent()) {
            told.addAll(List.of(Topics.DEBUG_IMAGE, Topics.MARKERS));
        }
        for (String topic : told) {
            TopicQos qos = new TopicQos(node, topic, "publisher");
            qos.declare(topic.equals(Topics.DEBUG_IMAGE) ? usualIn() : usualOut());
            qos.declareDurability();
            if (!topic.equals(Topics.DEBUG_IMAGE)) {
                qos.declareHistory();
            }
        }
    }

    private static List<String> commands(ControllerKind kind) {
        return switch (kind) {
            case TWIST -> List.of(Topics.COMMAND);
            case PX4 -> List.of(Topics.PX4_MODE, Topics.PX4_SETPOINT, Topics.PX4_DISTANCE);
            case ARDUPILOT -> List.of(Topics.ARDUPILOT_COMMAND);
            case MAVROS -> List.of(Topics.MAVROS_COMMAND, Topics.MAVROS_SCAN);
            case MAVLINK -> List.of();
        };
    }

    private void declare(QoSProfile usual) {
        if (node.hasParameter(prefix + "depth")) {
            return; // Two topics were remapped to one.
        }
        boolean in = prefix.endsWith(".subscription.");
        boolean reliable = usual.getReliability() == RELIABLE.getReliability();
        declare("reliability", reliable ? "reliable" : "best_effort", RELIABILITIES);
        ParameterDescriptor depth = described("depth");
        long deepest = in ? DEEPEST_INPUT : DEEPEST_OUTPUT;
        depth.setIntegerRange(List.of(new IntegerRange().setFromValue(1).setToValue(deepest)));
        node.declareParameter(
                new ParameterVariant(prefix + "depth", (long) usual.getDepth()), depth);
    }

    private void declareDurability() {
        declare("durability", "volatile", DURABILITIES);
    }

    private void declareHistory() {
        declare("history", "keep_last", HISTORIES);
    }

    private void declare(String policy, String usual, Map<String, ?> known) {
        ParameterVariant given =
                node.declareParameter(
                        new ParameterVariant(prefix + policy, usual), described(policy));
        if (!known.containsKey(given.asString())) {
            throw new IllegalArgumentException(
                    "parameter '%s': got '%s', wanted %s"
                            .formatted(
                                    prefix + policy,
                                    given.asString(),
                                    String.join(
                                            " or ", known.keySet().stream().sorted().toList())));
        }
    }

    private ParameterDescriptor described(String policy) {
        return new ParameterDescriptor()
                .setName(prefix + policy)
                .setDescription("how the topic is carried: " + policy)
                .setReadOnly(true);
    }

    private QoSProfile applied(QoSProfile usual) {
        if (!node.hasParameter(prefix + "depth")) {
            return usual;
        }
        usual.setDepth((int) node.getParameter(prefix + "depth").asInt());
        usual.setReliability(RELIABILITIES.get(text("reliability")));
        if (node.hasParameter(prefix + "durability")) {
            usual.setDurability(DURABILITIES.get(text("durability")));
        }
        if (node.hasParameter(prefix + "history")) {
            usual.setHistory(HISTORIES.get(text("history")));
        }
        return usual;
    }

    private String text(String policy) {
        return node.getParameter(prefix + policy).asString();
    }
}
