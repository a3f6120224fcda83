package builtin_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A span of time: seconds and nanoseconds.
 */
public final class Duration extends WireMessage {

    private int sec;
    private int nanosec;

    /** Whole seconds, may be negative. */
    public int getSec() {
        return sec;
    }

    public Duration setSec(int sec) {
        this.sec = sec;
        return this;
    }

    /** Nanoseconds within the second, 0 to 999999999. */
    public int getNanosec() {
        return nanosec;
    }

    public Duration setNanosec(int nanosec) {
        this.nanosec = nanosec;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int32(sec);
        out.int32(nanosec);
    }

    @Override
    public void decode(CdrReader in) {
        sec = in.int32();
        nanosec = in.int32();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
