package std_msgs.msg;

import builtin_interfaces.msg.Time;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * When and in which frame a message holds.
 */
public final class Header extends WireMessage {

    private Time stamp = new Time();
    private java.lang.String frameId = "";

    /** When the content was true, e.g. when the exposure ended. */
    public Time getStamp() {
        return stamp;
    }

    public Header setStamp(Time stamp) {
        this.stamp = Objects.requireNonNull(stamp, "stamp");
        return this;
    }

    /** Name of the coordinate frame. */
    public java.lang.String getFrameId() {
        return frameId;
    }

    public Header setFrameId(java.lang.String frameId) {
        this.frameId = Objects.requireNonNull(frameId, "frame_id");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(stamp);
        out.text(frameId);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(stamp);
        frameId = in.text();
    }
}
