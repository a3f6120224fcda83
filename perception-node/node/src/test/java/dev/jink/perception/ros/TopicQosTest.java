package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.parameters.ParameterVariant;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;
import org.ros2.rcljava.qos.policies.History;
import org.ros2.rcljava.qos.policies.Reliability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The QoS of topics, as the command line and parameter files may have it. */
class TopicQosTest {
    private final Context context = RCLJava.createContext();
    @TempDir private Path folder;

    @AfterEach
    void leave() {
        context.shutdown();
    }

    private Node node(String... rosArguments) {
        context.init();
        List<String> line = new ArrayList<>(List.of("--ros-args"));
        line.addAll(List.of(rosArguments));
        Node node =
                RCLJava.createNode(
                        "jink",
                        "/fleet",
                        context,
                        new NodeOptions().setCliArgs(new ArrayList<>(line)));
        Parameters.declareOn(node);
        return node;
    }

    @Test
    void shouldKeepToTheUsualWhereNothingIsSaid() {
        Node node = node();
        TopicQos.declareOn(node);
        QoSProfile image = TopicQos.in(node, Topics.IMAGE);
        assertEquals(Reliability.BEST_EFFORT, image.getReliability());
        assertEquals(1, image.getDepth());
        QoSProfile command = TopicQos.out(node, Topics.COMMAND);
        assertEquals(Reliability.RELIABLE, command.getReliability());
        assertEquals(Durability.VOLATILE, command.getDurability());
        assertEquals(
                Reliability.BEST_EFFORT, TopicQos.out(node, Topics.DEBUG_IMAGE).getReliability());
        // Rehearsals are nobody's affair.
        assertEquals(1, TopicQos.out(node, Topics.REHEARSAL).getDepth());
    }

    @Test
    void shouldTakeWhatIsSaidOfATopicByItsNameAfterRemapping() throws Exception {
        Path file =
                Files.writeString(
                        folder.resolve("qos.yaml"),
                        """
                        /**:
                          ros__parameters:
                            qos_overrides:
                              /fleet/obstacles:
                                publisher: {durability: transient_local, history: keep_all}
                        """);
        Node node =
                node(
                        "-r",
                        "image_raw:=/camera/image",
                        "-p",
                        "qos_overrides./camera/image.subscription.reliability:=reliable",
                        "-p",
                        "qos_overrides./camera/image.subscription.depth:=3",
                        "-p",
                        "qos_overrides./fleet/jink/state.publisher.depth:=20",
                        "--params-file",
                        file.toString());
        TopicQos.declareOn(node);
        assertEquals(List.of(), EmbeddedTransport.unusedOverrides(node));
        QoSProfile image = TopicQos.in(node, Topics.IMAGE);
        assertEquals(Reliability.RELIABLE, image.getReliability());
        assertEquals(3, image.getDepth());
        assertEquals(20, TopicQos.out(node, Topics.STATE).getDepth());
        QoSProfile obstacles = TopicQos.out(node, Topics.OBSTACLES);
        assertEquals(Durability.TRANSIENT_LOCAL, obstacles.getDurability());
        assertEquals(History.KEEP_ALL, obstacles.getHistory());
        String name = "qos_overrides./camera/image.subscription.depth";
        assertEquals(
                "parameter '%s': it is read-only; set it at the start: -p %s:=1"
                        .formatted(name, name),
                node.setParameter(new ParameterVariant(name, 1L)).getReason());
    }

    @Test
    void shouldOfferNoDurabilityWhereAnOldMessageWouldBeFlownBy() {
        for (String topic : List.of("cmd_vel.publisher", "cmd_vel_in.subscription")) {
            Node node =
                    node("-p", "qos_overrides./fleet/" + topic + ".durability:=transient_local");
            TopicQos.declareOn(node);
            String line = EmbeddedTransport.unusedOverrides(node).getFirst();
            assertTrue(line.contains("has no such parameter"), line);
            node.dispose();
        }
    }

    @Test
    void shouldRefuseWhatIsNoneInOneLine() {
        String name = "qos_overrides./fleet/image_raw.subscription.";
        Node slow = node("-p", name + "reliability:=fast");
        assertEquals(
                "parameter '%sreliability': got 'fast', wanted best_effort or reliable"
                        .formatted(name),
                assertThrows(RuntimeException.class, () -> TopicQos.declareOn(slow)).getMessage());
        slow.dispose();
        Node deep = node("-p", name + "depth:=11");
        assertEquals(
                "parameter '%sdepth': got 11, wanted an integer from 1 to 10 (from -p %sdepth:=11)"
                        .formatted(name, name),
                assertThrows(RuntimeException.class, () -> TopicQos.declareOn(deep)).getMessage());
    }
}
