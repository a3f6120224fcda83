package rosgraph_msgs.msg;

import builtin_interfaces.msg.Time;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * The time all nodes with use_sim_time follow.
 */
public final class Clock extends WireMessage {

    private Time clock = new Time();

    /** Simulated time. */
    public Time getClock() {
        return clock;
    }

    public Clock setClock(Time clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(clock);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(clock);
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
