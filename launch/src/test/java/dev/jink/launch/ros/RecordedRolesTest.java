package dev.jink.launch.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.launch.bag.Bag;
import dev.jink.launch.bag.BagMessage;
import dev.jink.launch.bag.BagTopic;
import dev.jink.launch.bag.BagWriter;
import dev.jink.launch.ros.RecordedRoles.Role;
import dev.jink.launch.ros.RecordedRoles.Size;
import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import sensor_msgs.msg.Image;

import java.nio.file.Path;
import java.util.Set;

final class RecordedRolesTest {
    private static final BagTopic LEFT = image("/left/image_raw");
    private static final BagTopic RIGHT = image("/right/image_raw");
    private static final BagTopic PACKED =
            new BagTopic("/left/compressed", "sensor_msgs/msg/CompressedImage", "cdr");
    private static final BagTopic ODOMETRY = new BagTopic("/odom", "nav_msgs/msg/Odometry", "cdr");
    private static final BagTopic COMMANDS =
            new BagTopic("/cmd_vel", "geometry_msgs/msg/TwistStamped", "cdr");

    @TempDir private Path folder;

    private static BagTopic image(String name) {
        return new BagTopic(name, "sensor_msgs/msg/Image", "cdr");
    }

    private Bag bag(BagTopic... topics) {
        Path path = folder.resolve("flight");
        try (BagWriter writer = new BagWriter(path)) {
            for (BagTopic topic : topics) {
                writer.write(topic, 1, new byte[] {0, 1, 0, 0});
            }
        }
        return Bag.open(path);
    }

    @Test
    void shouldTakeTheFirstOfEachTypeAndNoAnswerForAWish() {
        try (Bag bag = bag(LEFT, RIGHT, ODOMETRY, COMMANDS)) {
            RecordedRoles roles = new RecordedRoles(bag, null, null, null, null);
            assertEquals(Set.of("/left/image_raw", "/odom"), roles.topics());
            assertFalse(roles.has(Role.INFO));
            assertFalse(
                    roles.has(Role.WANTED), "cmd_vel is what the node said, not what was wanted");
            assertEquals("/left/image_raw as image, /odom as odometry", roles.describe());
        }
    }

    @Test
    void shouldTakeWhatIsNamed() {
        try (Bag bag = bag(LEFT, RIGHT, PACKED, ODOMETRY, COMMANDS)) {
            assertEquals(
                    Set.of("/right/image_raw", "/cmd_vel"),
                    new RecordedRoles(bag, "/right/image_raw", null, "", "/cmd_vel").topics());
            RecordedRoles packed = new RecordedRoles(bag, "/left/compressed", null, "", null);
            assertTrue(packed.has(Role.COMPRESSED));
        }
    }

    @Test
    void shouldSayWhatThereIsWhenThereIsNoCamera() {
        try (Bag bag = bag(ODOMETRY)) {
            assertEquals(
                    "bag: got no topic of sensor_msgs/msg/Image or sensor_msgs/msg/CompressedImage,"
                            + " wanted one; it has /odom (nav_msgs/msg/Odometry)",
                    assertThrows(
                                    UsageException.class,
                                    () -> new RecordedRoles(bag, null, null, null, null))
                            .getMessage());
        }
    }

    @Test
    void shouldReadWhatWasWrittenAsAPayload() {
        Image image = new Image().setHeight(2).setWidth(3).setEncoding("mono8").setStep(3);
        image.setData(new byte[] {1, 2, 3, 4, 5, 6});
        BagMessage message = new BagMessage(LEFT, 7, Payloads.write(image));
        assertEquals(image, Payloads.image(message));
        try (Bag bag = bag(LEFT)) {
            RecordedRoles roles = new RecordedRoles(bag, null, null, null, null);
            assertEquals(new Size(3, 2), roles.size(message));
        }
    }

    @Test
    void shouldRefuseAPayloadThatIsCutOff() {
        BagMessage message = new BagMessage(LEFT, 7, new byte[] {0, 1, 0, 0, 1, 2});
        String line =
                assertThrows(UsageException.class, () -> Payloads.image(message)).getMessage();
        assertTrue(
                line.startsWith("bag: a message on /left/image_raw at 7 ns: got truncated"), line);
    }
}
