package lifecycle_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * A state of a node with a lifecycle.
 */
public final class State extends WireMessage {

    public static final byte PRIMARY_STATE_UNKNOWN = 0;
    public static final byte PRIMARY_STATE_UNCONFIGURED = 1;
    public static final byte PRIMARY_STATE_INACTIVE = 2;
    public static final byte PRIMARY_STATE_ACTIVE = 3;
    public static final byte PRIMARY_STATE_FINALIZED = 4;
    public static final byte TRANSITION_STATE_CONFIGURING = 10;
    public static final byte TRANSITION_STATE_CLEANINGUP = 11;
    public static final byte TRANSITION_STATE_SHUTTINGDOWN = 12;
    public static final byte TRANSITION_STATE_ACTIVATING = 13;
    public static final byte TRANSITION_STATE_DEACTIVATING = 14;
    public static final byte TRANSITION_STATE_ERRORPROCESSING = 15;

    private byte id;
    private String label = "";

    /** Its number: a primary state or one of the transition states. */
    public byte getId() {
        return id;
    }

    public State setId(byte id) {
        this.id = id;
        return this;
    }

    /** Its name. */
    public String getLabel() {
        return label;
    }

    public State setLabel(String label) {
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
