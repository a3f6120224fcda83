package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.Objects;

/**
 * A transform with its stamp, its parent (the header's frame_id) and its child.
 */
public final class TransformStamped extends WireMessage {

    private Header header = new Header();
    private String childFrameId = "";
    private Transform transform = new Transform();

    /** Stamp, and the parent's name. */
    public Header getHeader() {
        return header;
    }

    public TransformStamped setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** The child's name. */
    public String getChildFrameId() {
        return childFrameId;
    }

    public TransformStamped setChildFrameId(String childFrameId) {
        this.childFrameId = Objects.requireNonNull(childFrameId, "child_frame_id");
        return this;
    }

    /** The child in the parent. */
    public Transform getTransform() {
        return transform;
    }

    public TransformStamped setTransform(Transform transform) {
        this.transform = Objects.requireNonNull(transform, "transform");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.text(childFrameId);
        out.message(transform);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        childFrameId = in.text();
        in.message(transform);
    }
}
