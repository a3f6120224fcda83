package rcl_interfaces.msg;

import org.ros2.rcljava.interfaces.MessageDefinition;

/**
 * Bounds of a double parameter, both included.
 */
public final class FloatingPointRange implements MessageDefinition {

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
}
