package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.Objects;

/**
 * A pose with its stamp and frame.
 */
public final class PoseStamped extends WireMessage {

    private Header header = new Header();
    private Pose pose = new Pose();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public PoseStamped setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Pose in the frame of the header. */
    public Pose getPose() {
        return pose;
    }

    public PoseStamped setPose(Pose pose) {
        this.pose = Objects.requireNonNull(pose, "pose");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.message(pose);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        in.message(pose);
    }
}
