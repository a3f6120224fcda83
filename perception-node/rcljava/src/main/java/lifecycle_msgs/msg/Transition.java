package lifecycle_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A way from one state to another.
 */
public final class Transition extends WireMessage {

    public static final byte TRANSITION_CREATE = 0;
    public static final byte TRANSITION_CONFIGURE = 1;
    public static final byte TRANSITION_CLEANUP = 2;
    public static final byte TRANSITION_ACTIVATE = 3;
    public static final byte TRANSITION_DEACTIVATE = 4;
    public static final byte TRANSITION_UNCONFIGURED_SHUTDOWN = 5;
    public static final byte TRANSITION_INACTIVE_SHUTDOWN = 6;
    public static final byte TRANSITION_ACTIVE_SHUTDOWN = 7;
    public static final byte TRANSITION_DESTROY = 8;

    private byte id;
    private String label = "";

    /** Its number; 0 when the label alone is to count. */
    public byte getId() {
        return id;
    }

    public Transition setId(byte id) {
        this.id = id;
        return this;
    }

    /** Its name. */
    public String getLabel() {
        return label;
    }

    public Transition setLabel(String label) {
        this.label = Objects.requireNonNull(label, "label");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int8(id);
        out.text(label);
    }

    @Override
    public void decode(CdrReader in) {
        id = in.int8();
        label = in.text();
    }
}
