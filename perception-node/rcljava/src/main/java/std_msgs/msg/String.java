package std_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * One text.
 */
public final class String extends WireMessage {

    private java.lang.String data = "";

    /** The text, UTF-8 on the wire. */
    public java.lang.String getData() {
        return data;
    }

    public String setData(java.lang.String data) {
        this.data = Objects.requireNonNull(data, "data");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.text(data);
    }

    @Override
    public void decode(CdrReader in) {
        data = in.text();
    }
}
