package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

/**
 * Bounds of an integer parameter, both included.
 */
public final class IntegerRange implements MessageDefinition {

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
}
