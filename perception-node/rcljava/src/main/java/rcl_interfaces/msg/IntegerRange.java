package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * Bounds of an integer parameter, both included.
 */
public final class IntegerRange extends WireMessage {

    private long fromValue;
    private long toValue;
    private long step;

    /** Least value. */
    public long getFromValue() {
        return fromValue;
    }

    public IntegerRange setFromValue(long fromValue) {
        this.fromValue = fromValue;
        return this;
    }

    /** Greatest value. */
    public long getToValue() {
        return toValue;
    }

    public IntegerRange setToValue(long toValue) {
        this.toValue = toValue;
        return this;
    }

    /** Distance of allowed values from the least one, 0 or 1 for any. */
    public long getStep() {
        return step;
    }

    public IntegerRange setStep(long step) {
        this.step = step;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(fromValue);
        out.int64(toValue);
        out.int64(step);
    }

    @Override
    public void decode(CdrReader in) {
        fromValue = in.int64();
        toValue = in.int64();
        step = in.int64();
    }
}
