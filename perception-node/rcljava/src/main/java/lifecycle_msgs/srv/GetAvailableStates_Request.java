package lifecycle_msgs.srv;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A request: which states are there? On the wire an empty message holds one byte.
 */
public final class GetAvailableStates_Request extends WireMessage {
    @Override
    public void encode(CdrWriter out) {
        out.int8((byte) 0);
    }

    @Override
    public void decode(CdrReader in) {
        in.int8();
    }
}
