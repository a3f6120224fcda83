package rmw_dds_common.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One node of a participant and its endpoints.
 */
public final class NodeEntitiesInfo extends WireMessage {

    private String nodeNamespace = "";
    private String nodeName = "";
    private List<Gid> readerGidSeq = new ArrayList<>();
    private List<Gid> writerGidSeq = new ArrayList<>();

    /** Namespace, e.g. /. */
    public String getNodeNamespace() {
        return nodeNamespace;
    }

    public NodeEntitiesInfo setNodeNamespace(String nodeNamespace) {
        this.nodeNamespace = Objects.requireNonNull(nodeNamespace, "node_namespace");
        return this;
    }

    /** Name without namespace. */
    public String getNodeName() {
        return nodeName;
    }

    public NodeEntitiesInfo setNodeName(String nodeName) {
        this.nodeName = Objects.requireNonNull(nodeName, "node_name");
        return this;
    }

    /** Its readers. */
    public List<Gid> getReaderGidSeq() {
        return readerGidSeq;
    }

    public NodeEntitiesInfo setReaderGidSeq(List<Gid> readerGidSeq) {
        this.readerGidSeq = Objects.requireNonNull(readerGidSeq, "reader_gid_seq");
        return this;
    }

    /** Its writers. */
    public List<Gid> getWriterGidSeq() {
        return writerGidSeq;
    }

    public NodeEntitiesInfo setWriterGidSeq(List<Gid> writerGidSeq) {
        this.writerGidSeq = Objects.requireNonNull(writerGidSeq, "writer_gid_seq");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.text(nodeNamespace);
        out.text(nodeName);
        out.messages(readerGidSeq);
        out.messages(writerGidSeq);
    }

    @Override
    public void decode(CdrReader in) {
        nodeNamespace = in.text();
        nodeName = in.text();
        readerGidSeq = in.messages(readerGidSeq, Gid::new, 16);
        writerGidSeq = in.messages(writerGidSeq, Gid::new, 16);
    }
}
