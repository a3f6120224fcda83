package dev.jink.launch.ros;

import dev.jink.calibration.CameraModel;
import dev.jink.launch.bag.Bag;
import dev.jink.launch.bag.BagMessage;
import dev.jink.launch.bag.BagTopic;
import dev.jink.sim.command.UsageException;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which of a recording's topics is the camera, its calibration, the drone's motion and what the pilot wanted. One that
 * isn't named is the first of its type; a recording without calibration, motion or wish gets them made up.
 */
public final class RecordedRoles {
    /** What a topic is to the node. */
    public enum Role {
        IMAGE("sensor_msgs/msg/Image"),
        COMPRESSED("sensor_msgs/msg/CompressedImage"),
        INFO("sensor_msgs/msg/CameraInfo"),
        ODOMETRY("nav_msgs/msg/Odometry"),
        WANTED("geometry_msgs/msg/TwistStamped");

        private final String type;

        Role(String type) {
            this.type = type;
        }
    }

    /** Size of the recorded pictures; 0 x 0 when only their decoder knows. */
    public record Size(int width, int height) {}

    /**
     * What is made up where the recording has nothing.
     *
     * @param camera null when the recording has its calibration
     * @param speedMps wanted straight on
     * @param periodSeconds from picture to picture
     */
    public record MadeUp(CameraModel camera, double speedMps, double periodSeconds) {}

    private final Map<String, Role> roles = new HashMap<>();
    private final Map<Role, String> names = new EnumMap<>(Role.class);

    /**
     * @param image topic of the camera; null = the first of raw pictures, else of compressed ones
     * @param info topic of its calibration; null = the first, empty = none of the recording's
     * @param odometry topic of the motion; likewise
     * @param wanted topic of the pilot's wish; null = {@code /cmd_vel_in} if it is there
     * @throws UsageException in one line that lists what there is
     */
    public RecordedRoles(Bag bag, String image, String info, String odometry, String wanted) {
        BagTopic raw = bag.topic(null, Role.IMAGE.type);
        BagTopic packed = bag.topic(null, Role.COMPRESSED.type);
        if (image == null && raw == null && packed == null) {
            throw new UsageException(
                    "bag: got no topic of %s or %s, wanted one; it has %s"
                            .formatted(Role.IMAGE.type, Role.COMPRESSED.type, bag.listed()));
        }
        boolean named = image != null;
        boolean isPacked =
                named
                        ? bag.topics().stream()
                                .anyMatch(
                                        t ->
                                                t.name().equals(image)
                                                        && t.type().equals(Role.COMPRESSED.type))
                        : raw == null;
        Role picture = isPacked ? Role.COMPRESSED : Role.IMAGE;
        add(picture, bag.topic(image, picture.type));
        addUnlessEmpty(bag, Role.INFO, info);
        addUnlessEmpty(bag, Role.ODOMETRY, odometry);
        boolean usual = bag.topics().stream().anyMatch(t -> t.name().equals("/cmd_vel_in"));
        if (wanted != null || usual) {
            addUnlessEmpty(bag, Role.WANTED, wanted == null ? "/cmd_vel_in" : wanted);
        }
    }

    private void addUnlessEmpty(Bag bag, Role role, String name) {
        if (name == null || !name.isEmpty()) {
            add(role, bag.topic(name, role.type));
        }
    }

    private void add(Role role, BagTopic topic) {
        if (topic != null) {
            roles.put(topic.name(), role);
            names.put(role, topic.name());
        }
    }

    /** The topics to read. */
    public Set<String> topics() {
        return roles.keySet();
    }

    /** What a topic is. */
    public Role of(BagTopic topic) {
        return roles.get(topic.name());
    }

    /** Whether the recording has it. */
    public boolean has(Role role) {
        return names.containsKey(role);
    }

    /** Whether a message is a picture. */
    public boolean isPicture(BagMessage message) {
        return switch (of(message.topic())) {
            case IMAGE, COMPRESSED -> true;
            default -> false;
        };
    }

    /** Size of a raw picture. */
    public Size size(BagMessage picture) {
        if (of(picture.topic()) == Role.COMPRESSED) {
            return new Size(0, 0);
        }
        sensor_msgs.msg.Image image = Payloads.image(picture);
        return new Size(image.getWidth(), image.getHeight());
    }

    /** One line: what is played as what. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        for (Role role : Role.values()) {
            if (has(role)) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(names.get(role))
                        .append(" as ")
                        .append(role.name().toLowerCase(java.util.Locale.ROOT));
            }
        }
        return text.toString();
    }
}
