package dev.jink.rcljava.dds;

import org.ros2.rcljava.qos.QoSProfile;

/**
 * A process of its own: sends pictures reliably on several topics at once, as fast as it can, until
 * it is killed. The DDS library cuts each into fragments, and its writers wait for each other.
 */
final class Storm {
    static final int TOPICS = 3;
    static final int PICTURE_BYTES = 640 * 480;
    static final String TYPE = "sensor_msgs::msg::dds_::Image_";

    private Storm() {}

    static String topic(int i) {
        return "rt/storm_" + i;
    }

    /** What the pictures are sent and read with. */
    static QoSProfile reliable() {
        return QoSProfile.keepLast(1);
    }

    /** Joins the domain of the system properties. */
    public static void main(String[] args) {
        DdsParticipant participant = DdsParticipant.open(DdsSettings.ofProcess());
        for (int i = 0; i < TOPICS; i++) {
            DdsWriter writer = participant.writer(topic(i), TYPE, PICTURE_BYTES, reliable());
            new Thread(() -> sendForEver(writer)).start();
        }
    }

    private static void sendForEver(DdsWriter writer) {
        while (true) {
            writer.write(payload -> PICTURE_BYTES);
        }
    }
}
