package dev.jink.rcljava.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.rcljava.cdr.WireMessage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Hashes of types, against those that ROS 2's own tools give. */
class TypeHashesTest {
    /** As ros2 topic info -v, rosbag2 and rmw_zenoh's keys have them, found in public sources. */
    @ParameterizedTest
    @CsvSource({
        "std_msgs/msg/String, df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18",
        "std_msgs/msg/Header, f49fb3ae2cf070f793645ff749683ac6b06203e41c891e17701b1cb597ce6a01",
        "rosgraph_msgs/msg/Clock, 692f7a66e93a3c83e71765d033b60349ba68023a8c689a79e48078bcb5c58564",
        "sensor_msgs/msg/Image, d31d41a9a4c4bc8eae9be757b0beed306564f7526c88ea6a4588fb9582527d47",
        "sensor_msgs/msg/CompressedImage,"
                + " 15640771531571185e2efc8a100baf923961a4d15d5569652e6cb6691e8e371a",
        "sensor_msgs/msg/CameraInfo,"
                + " b3dfd68ff46c9d56c80fd3bd4ed22c7a4ddce8c8348f2f59c299e73118e7e275",
        "sensor_msgs/msg/LaserScan,"
                + " 64c191398013af96509d518dac71d5164f9382553fce5c1f8cca5be7924bd828",
        "geometry_msgs/msg/TwistStamped,"
                + " 5f0fcd4f81d5d06ad9b4c4c63e3ea51b82d6ae4d0558f1d475229b1121db6f64",
        "nav_msgs/msg/Odometry, 3cc97dc7fb7502f8714462c526d369e35b603cfc34d946e3f2eda2766dfec6e0",
        "diagnostic_msgs/msg/DiagnosticArray,"
                + " 5a8a36efb05fb25070fa0fb3810290c0e6cd4862b54a8fb975a1ee8dc55a333e",
        "tf2_msgs/msg/TFMessage, e369d0f05a23ae52508854b66f6aa0437f3449d652e8cbf22d5abe85d020f087",
        "rcl_interfaces/msg/Log, e28ce254ca8abc06abf92773b74602cdbf116ed34fbaf294fb9f81da9f318eac",
        "rcl_interfaces/msg/ParameterEvent,"
                + " 043e627780fcad87a22d225bc2a037361dba713fca6a6b9f4b869a5aa0393204",
        "lifecycle_msgs/msg/TransitionEvent,"
                + " d5f8873a2f0146498f812d7885c7327ce27e463d36811d8792f35ee38c0d6c38",
        "visualization_msgs/msg/MarkerArray,"
                + " 86cb8800b6fb05b5eff1abd7a56f62a5641d3ae9a1c29e78e67e704f1d067dcf",
        "px4_msgs/msg/TrajectorySetpoint,"
                + " 9a7deb0cb7db5e52b441169a284b90188c4efdf06b302d55cb1db33ca0358c1a"
    })
    void shouldBeTheOneThatRosHas(String type, String hash) {
        assertEquals("RIHS01_" + hash, TypeHashes.of(type));
    }

    @Test
    void shouldHaveNoneOfWhatIsNotDescribed() {
        assertNull(TypeHashes.of("std_msgs/msg/Wstring"));
    }

    @Test
    void shouldDescribeTheFieldsThatTheClassesHave() throws Exception {
        assertTrue(TypeHashes.names().size() > 40, () -> "" + TypeHashes.names());
        for (String type : TypeHashes.names()) {
            Class<?> message = Class.forName(type.replace('/', '.'));
            assertTrue(WireMessage.class.isAssignableFrom(message), type);
            List<String> held = new ArrayList<>();
            for (Field field : message.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    held.add(field.getName());
                }
            }
            List<String> described =
                    TypeHashes.fields(type).stream().map(field -> camelCase(field.name())).toList();
            assertTrue(held.containsAll(described), type + ": " + described + " of " + held);
        }
    }

    @Test
    void shouldTellTheWireOfIt() {
        WireType type = WireType.of(std_msgs.msg.String.class);
        assertEquals("std_msgs::msg::dds_::String_", type.name());
        assertEquals(
                "typehash=RIHS01_df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18;",
                type.userData());
    }

    private static String camelCase(String name) {
        String joined =
                Pattern.compile("_([a-z0-9])")
                        .matcher(name)
                        .replaceAll(
                                (MatchResult m) -> m.group(1).toUpperCase(java.util.Locale.ROOT));
        return joined;
    }
}
