package px4_msgs.msg;

import dev.jink.rcljava.Floats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;

/**
 * What PX4 shall fly, in the local frame NED; NaN = not controlled.
 */
public final class TrajectorySetpoint extends WireMessage {
    private long timestamp;
    private final Floats position = Floats.fixed(3);
    private final Floats velocity = Floats.fixed(3);
    private final Floats acceleration = Floats.fixed(3);
    private final Floats jerk = Floats.fixed(3);
    private float yaw;
    private float yawspeed;

    /** Microseconds; PX4's bridge takes the offset to its own clock off. */
    public long getTimestamp() {
        return timestamp;
    }

    public TrajectorySetpoint setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** North, east, down, m. */
    public List<Float> getPosition() {
        return position;
    }

    /** Copies; the length must be 3. */
    public TrajectorySetpoint setPosition(List<Float> position) {
        this.position.setAll(position);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public TrajectorySetpoint setPosition(float[] position) {
        this.position.setAll(position);
        return this;
    }

    /** North, east, down, m/s. */
    public List<Float> getVelocity() {
        return velocity;
    }

    /** Copies; the length must be 3. */
    public TrajectorySetpoint setVelocity(List<Float> velocity) {
        this.velocity.setAll(velocity);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public TrajectorySetpoint setVelocity(float[] velocity) {
        this.velocity.setAll(velocity);
        return this;
    }

    /** North, east, down, m/s^2. */
    public List<Float> getAcceleration() {
        return acceleration;
    }

    /** Copies; the length must be 3. */
    public TrajectorySetpoint setAcceleration(List<Float> acceleration) {
        this.acceleration.setAll(acceleration);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public TrajectorySetpoint setAcceleration(float[] acceleration) {
        this.acceleration.setAll(acceleration);
        return this;
    }

    /** North, east, down, m/s^3; for logs. */
    public List<Float> getJerk() {
        return jerk;
    }

    /** Copies; the length must be 3. */
    public TrajectorySetpoint setJerk(List<Float> jerk) {
        this.jerk.setAll(jerk);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public TrajectorySetpoint setJerk(float[] jerk) {
        this.jerk.setAll(jerk);
        return this;
    }

    /** From north, right turn positive, rad. */
    public float getYaw() {
        return yaw;
    }

    public TrajectorySetpoint setYaw(float yaw) {
        this.yaw = yaw;
        return this;
    }

    /** About down, rad/s. */
    public float getYawspeed() {
        return yawspeed;
    }

    public TrajectorySetpoint setYawspeed(float yawspeed) {
        this.yawspeed = yawspeed;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(timestamp);
        out.fixed(position);
        out.fixed(velocity);
        out.fixed(acceleration);
        out.fixed(jerk);
        out.float32(yaw);
        out.float32(yawspeed);
    }

    @Override
    public void decode(CdrReader in) {
        timestamp = in.int64();
        in.fixed(position);
        in.fixed(velocity);
        in.fixed(acceleration);
        in.fixed(jerk);
        yaw = in.float32();
        yawspeed = in.float32();
    }

    @Override
    public int maxEncodedBytes() {
        return 128;
    }
}
