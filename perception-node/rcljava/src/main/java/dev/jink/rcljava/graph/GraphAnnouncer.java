package dev.jink.rcljava.graph;

import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsWriter;

import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;

import rmw_dds_common.msg.Gid;
import rmw_dds_common.msg.ParticipantEntitiesInfo;

import java.util.List;

/** Tells ROS 2 which nodes live in this participant: what {@code ros2 node list} reads. */
final class GraphAnnouncer {
    private static final String TOPIC = "ros_discovery_info";

    private final EmbeddedPublisher<ParticipantEntitiesInfo> publisher;
    private final ParticipantEntitiesInfo info = new ParticipantEntitiesInfo();

    GraphAnnouncer(DdsParticipant participant) {
        WireType type = WireType.of(ParticipantEntitiesInfo.class);
        DdsWriter writer =
                participant.writer(
                        TOPIC,
                        type.name(),
                        type.maxBytes(),
                        QoSProfile.keepLast(1).setDurability(Durability.TRANSIENT_LOCAL));
        publisher = new EmbeddedPublisher<>(null, TOPIC, writer);
        info.setGid(new Gid().setData(participant.guid()));
    }

    synchronized void announce(List<EmbeddedNode> nodes) {
        info.setNodeEntitiesInfoSeq(nodes.stream().map(EmbeddedNode::entities).toList());
        publisher.publish(info);
    }

    synchronized void close() {
        publisher.writer().close();
    }
}
