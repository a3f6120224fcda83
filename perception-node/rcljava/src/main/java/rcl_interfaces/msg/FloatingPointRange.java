package rcl_interfaces.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * Bounds of a double parameter, both included.
 */
public final class FloatingPointRange extends WireMessage {

    private double fromValue;
    private double toValue;
    private double step;

    /** Least value. */
    public double getFromValue() {
        return fromValue;
    }

    public FloatingPointRange setFromValue(double fromValue) {
        this.fromValue = fromValue;
        return this;
    }

    /** Greatest value. */
    public double getToValue() {
        return toValue;
    }

    public FloatingPointRange setToValue(double toValue) {
        this.toValue = toValue;
        return this;
    }

    /** Distance of allowed values from the least one, 0 for any. */
    public double getStep() {
        return step;
    }

    public FloatingPointRange setStep(double step) {
        this.step = step;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.float64(fromValue);
        out.float64(toValue);
        out.float64(step);
    }

    @Override
    public void decode(CdrReader in) {
        fromValue = in.float64();
        toValue = in.float64();
        step = in.float64();
    }
}
