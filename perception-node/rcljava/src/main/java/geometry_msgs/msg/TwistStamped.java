package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.Objects;

/**
 * A velocity with its stamp and frame.
 */
public final class TwistStamped extends WireMessage {

    private Header header = new Header();
    private Twist twist = new Twist();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public TwistStamped setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Velocity in the frame of the header. */
    public Twist getTwist() {
        return twist;
    }

    public TwistStamped setTwist(Twist twist) {
        this.twist = Objects.requireNonNull(twist, "twist");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.message(twist);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        in.message(twist);
    }
}
