package rmw_dds_common.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Which nodes live in a participant: what {@code ros2 node list} reads.
 */
public final class ParticipantEntitiesInfo extends WireMessage {

    private Gid gid = new Gid();
    private List<NodeEntitiesInfo> nodeEntitiesInfoSeq = new ArrayList<>();

    /** The participant. */
    public Gid getGid() {
        return gid;
    }

    public ParticipantEntitiesInfo setGid(Gid gid) {
        this.gid = Objects.requireNonNull(gid, "gid");
        return this;
    }

    /** Its nodes. */
    public List<NodeEntitiesInfo> getNodeEntitiesInfoSeq() {
        return nodeEntitiesInfoSeq;
    }

    public ParticipantEntitiesInfo setNodeEntitiesInfoSeq(
            List<NodeEntitiesInfo> nodeEntitiesInfoSeq) {
        this.nodeEntitiesInfoSeq =
                Objects.requireNonNull(nodeEntitiesInfoSeq, "node_entities_info_seq");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(gid);
        out.messages(nodeEntitiesInfoSeq);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(gid);
        nodeEntitiesInfoSeq = in.messages(nodeEntitiesInfoSeq, NodeEntitiesInfo::new, 16);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 16;
    }
}
