package px4_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * Which of its controllers PX4 shall feed from outside, and the sign that somebody does: without it
 * PX4 leaves the offboard mode. The layout of PX4 1.15 and later.
 */
public final class OffboardControlMode extends WireMessage {
    private long timestamp;
    private boolean position;
    private boolean velocity;
    private boolean acceleration;
    private boolean attitude;
    private boolean bodyRate;
    private boolean thrustAndTorque;
    private boolean directActuator;

    /** Microseconds; PX4's bridge takes the offset to its own clock off. */
    public long getTimestamp() {
        return timestamp;
    }

    public OffboardControlMode setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** Position is set. */
    public boolean getPosition() {
        return position;
    }

    public OffboardControlMode setPosition(boolean position) {
        this.position = position;
        return this;
    }

    /** Velocity is set. */
    public boolean getVelocity() {
        return velocity;
    }

    public OffboardControlMode setVelocity(boolean velocity) {
        this.velocity = velocity;
        return this;
    }

    /** Acceleration is set. */
    public boolean getAcceleration() {
        return acceleration;
    }

    public OffboardControlMode setAcceleration(boolean acceleration) {
        this.acceleration = acceleration;
        return this;
    }

    /** Attitude is set. */
    public boolean getAttitude() {
        return attitude;
    }

    public OffboardControlMode setAttitude(boolean attitude) {
        this.attitude = attitude;
        return this;
    }

    /** Body rates are set. */
    public boolean getBodyRate() {
        return bodyRate;
    }

    public OffboardControlMode setBodyRate(boolean bodyRate) {
        this.bodyRate = bodyRate;
        return this;
    }

    /** Thrust and torque are set. */
    public boolean getThrustAndTorque() {
        return thrustAndTorque;
    }

    public OffboardControlMode setThrustAndTorque(boolean thrustAndTorque) {
        this.thrustAndTorque = thrustAndTorque;
        return this;
    }

    /** Actuators are set. */
    public boolean getDirectActuator() {
        return directActuator;
    }

    public OffboardControlMode setDirectActuator(boolean directActuator) {
        this.directActuator = directActuator;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(timestamp);
        out.bool(position);
        out.bool(velocity);
        out.bool(acceleration);
        out.bool(attitude);
        out.bool(bodyRate);
        out.bool(thrustAndTorque);
        out.bool(directActuator);
    }

    @Override
    public void decode(CdrReader in) {
        timestamp = in.int64();
        position = in.bool();
        velocity = in.bool();
        acceleration = in.bool();
        attitude = in.bool();
        bodyRate = in.bool();
        thrustAndTorque = in.bool();
        directActuator = in.bool();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
