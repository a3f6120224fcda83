package px4_msgs.msg;

import dev.jink.rcljava.Floats;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;

/**
 * What PX4 knows of its own motion.
 */
public final class VehicleOdometry extends WireMessage {
    /** Not known. */
    public static final byte POSE_FRAME_UNKNOWN = 0;

    /** North, east, down. */
    public static final byte POSE_FRAME_NED = 1;

    /** z down, the heading of x arbitrary. */
    public static final byte POSE_FRAME_FRD = 2;

    /** Not known. */
    public static final byte VELOCITY_FRAME_UNKNOWN = 0;

    /** North, east, down. */
    public static final byte VELOCITY_FRAME_NED = 1;

    /** z down, the heading of x arbitrary. */
    public static final byte VELOCITY_FRAME_FRD = 2;

    /** Forward, right, down. */
    public static final byte VELOCITY_FRAME_BODY_FRD = 3;

    private long timestamp;
    private long timestampSample;
    private byte poseFrame;
    private final Floats position = Floats.fixed(3);
    private final Floats q = Floats.fixed(4);
    private byte velocityFrame;
    private final Floats velocity = Floats.fixed(3);
    private final Floats angularVelocity = Floats.fixed(3);
    private final Floats positionVariance = Floats.fixed(3);
    private final Floats orientationVariance = Floats.fixed(3);
    private final Floats velocityVariance = Floats.fixed(3);
    private byte resetCounter;
    private byte quality;

    /** Microseconds; PX4's bridge takes the offset to its own clock off. */
    public long getTimestamp() {
        return timestamp;
    }

    public VehicleOdometry setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** When it was measured, microseconds. */
    public long getTimestampSample() {
        return timestampSample;
    }

    public VehicleOdometry setTimestampSample(long timestampSample) {
        this.timestampSample = timestampSample;
        return this;
    }

    /** Of position and attitude: POSE_FRAME_*. */
    public byte getPoseFrame() {
        return poseFrame;
    }

    public VehicleOdometry setPoseFrame(byte poseFrame) {
        this.poseFrame = poseFrame;
        return this;
    }

    /** Position in the pose frame, m; NaN = not known. */
    public List<Float> getPosition() {
        return position;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setPosition(List<Float> position) {
        this.position.setAll(position);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setPosition(float[] position) {
        this.position.setAll(position);
        return this;
    }

    /** Attitude, w, x, y, z, from body FRD to the pose frame; first NaN = not known. */
    public List<Float> getQ() {
        return q;
    }

    /** Copies; the length must be 4. */
    public VehicleOdometry setQ(List<Float> q) {
        this.q.setAll(q);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 4. */
    public VehicleOdometry setQ(float[] q) {
        this.q.setAll(q);
        return this;
    }

    /** Of the velocity: VELOCITY_FRAME_*. */
    public byte getVelocityFrame() {
        return velocityFrame;
    }

    public VehicleOdometry setVelocityFrame(byte velocityFrame) {
        this.velocityFrame = velocityFrame;
        return this;
    }

    /** Velocity, m/s; NaN = not known. */
    public List<Float> getVelocity() {
        return velocity;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setVelocity(List<Float> velocity) {
        this.velocity.setAll(velocity);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setVelocity(float[] velocity) {
        this.velocity.setAll(velocity);
        return this;
    }

    /** About the body axes FRD, rad/s; NaN = not known. */
    public List<Float> getAngularVelocity() {
        return angularVelocity;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setAngularVelocity(List<Float> angularVelocity) {
        this.angularVelocity.setAll(angularVelocity);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setAngularVelocity(float[] angularVelocity) {
        this.angularVelocity.setAll(angularVelocity);
        return this;
    }

    /** Variance of the position, m^2. */
    public List<Float> getPositionVariance() {
        return positionVariance;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setPositionVariance(List<Float> positionVariance) {
        this.positionVariance.setAll(positionVariance);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setPositionVariance(float[] positionVariance) {
        this.positionVariance.setAll(positionVariance);
        return this;
    }

    /** Variance of the attitude, rad^2. */
    public List<Float> getOrientationVariance() {
        return orientationVariance;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setOrientationVariance(List<Float> orientationVariance) {
        this.orientationVariance.setAll(orientationVariance);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setOrientationVariance(float[] orientationVariance) {
        this.orientationVariance.setAll(orientationVariance);
        return this;
    }

    /** Variance of the velocity, m^2/s^2. */
    public List<Float> getVelocityVariance() {
        return velocityVariance;
    }

    /** Copies; the length must be 3. */
    public VehicleOdometry setVelocityVariance(List<Float> velocityVariance) {
        this.velocityVariance.setAll(velocityVariance);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 3. */
    public VehicleOdometry setVelocityVariance(float[] velocityVariance) {
        this.velocityVariance.setAll(velocityVariance);
        return this;
    }

    /** Counts jumps of the estimate. */
    public byte getResetCounter() {
        return resetCounter;
    }

    public VehicleOdometry setResetCounter(byte resetCounter) {
        this.resetCounter = resetCounter;
        return this;
    }

    /** Not used by PX4. */
    public byte getQuality() {
        return quality;
    }

    public VehicleOdometry setQuality(byte quality) {
        this.quality = quality;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(timestamp);
        out.int64(timestampSample);
        out.int8(poseFrame);
        out.fixed(position);
        out.fixed(q);
        out.int8(velocityFrame);
        out.fixed(velocity);
        out.fixed(angularVelocity);
        out.fixed(positionVariance);
        out.fixed(orientationVariance);
        out.fixed(velocityVariance);
        out.int8(resetCounter);
        out.int8(quality);
    }

    @Override
    public void decode(CdrReader in) {
        timestamp = in.int64();
        timestampSample = in.int64();
        poseFrame = in.int8();
        in.fixed(position);
        in.fixed(q);
        velocityFrame = in.int8();
        in.fixed(velocity);
        in.fixed(angularVelocity);
        in.fixed(positionVariance);
        in.fixed(orientationVariance);
        in.fixed(velocityVariance);
        resetCounter = in.int8();
        quality = in.int8();
    }

    @Override
    public int maxEncodedBytes() {
        return 256;
    }
}
