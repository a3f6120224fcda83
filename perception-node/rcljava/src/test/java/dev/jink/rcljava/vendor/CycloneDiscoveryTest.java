package dev.jink.rcljava.vendor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.rcljava.TestDomain;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

/** What another vendor learns of our endpoints. */
class CycloneDiscoveryTest {
    private int domain;

    @BeforeEach
    void join() {
        domain = TestDomain.use();
        RCLJava.rclJavaInit();
        Node node = RCLJava.createNode("told");
        node.createPublisher(std_msgs.msg.String.class, "words", QoSProfile.keepLast(1));
        node.createSubscription(Image.class, "pictures", image -> {}, QoSProfile.sensorData());
    }

    @AfterEach
    void leave() {
        RCLJava.shutdown();
    }

    private String discovered(String kind, String topic) throws Exception {
        try (CyclonePeer peer = CyclonePeer.start(domain, "endpoint", kind, topic)) {
            return peer.await("discovered", 40);
        }
    }

    @Test
    void shouldTellTheHashOfTheTypeAsEveryRmwSinceIronDoes() throws Exception {
        assertEquals(
                "discovered std_msgs::msg::dds_::String_ typehash=RIHS01_"
                        + "df668c740482bbd48fb39d76a70dfd4bd59db1288021743503259e948f6b1a18;",
                discovered("publisher", "words"));
        assertEquals(
                "discovered sensor_msgs::msg::dds_::Image_ typehash=RIHS01_"
                        + "d31d41a9a4c4bc8eae9be757b0beed306564f7526c88ea6a4588fb9582527d47;",
                discovered("subscription", "pictures"));
    }
}
