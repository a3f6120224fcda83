package builtin_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A moment: seconds and nanoseconds of the ROS clock.
 */
public final class Time extends WireMessage {

    private int sec;
    private int nanosec;

    /** Whole seconds. */
    public int getSec() {
        return sec;
    }

    public Time setSec(int sec) {
        this.sec = sec;
        return this;
    }

    /** Nanoseconds within the second, an unsigned 32-bit number, 0 to 999999999. */
    public int getNanosec() {
        return nanosec;
    }

    public Time setNanosec(int nanosec) {
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
