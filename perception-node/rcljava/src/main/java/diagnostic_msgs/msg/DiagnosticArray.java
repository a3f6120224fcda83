package diagnostic_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * States of several components at one time.
 */
public final class DiagnosticArray extends WireMessage {

    private Header header = new Header();
    private List<DiagnosticStatus> status = new ArrayList<>();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public DiagnosticArray setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** The states. */
    public List<DiagnosticStatus> getStatus() {
        return status;
    }

    public DiagnosticArray setStatus(List<DiagnosticStatus> status) {
        this.status = Objects.requireNonNull(status, "status");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.messages(status);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        status = in.messages(status, DiagnosticStatus::new, 17);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 18;
    }
}
