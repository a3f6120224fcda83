package px4_msgs.msg;

import dev.jink.rcljava.Shorts;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;

/**
 * Ranges around the drone, clockwise.
 */
public final class ObstacleDistance extends WireMessage {
    /** Index 0 points north. */
    public static final byte MAV_FRAME_GLOBAL = 0;

    /** Index 0 points along the local x. */
    public static final byte MAV_FRAME_LOCAL_NED = 1;

    /** Index 0 points ahead. */
    public static final byte MAV_FRAME_BODY_FRD = 12;

    /** A laser. */
    public static final byte MAV_DISTANCE_SENSOR_LASER = 0;

    /** Ultrasound. */
    public static final byte MAV_DISTANCE_SENSOR_ULTRASOUND = 1;

    /** Infrared. */
    public static final byte MAV_DISTANCE_SENSOR_INFRARED = 2;

    /** A radar. */
    public static final byte MAV_DISTANCE_SENSOR_RADAR = 3;

    private long timestamp;
    private byte frame;
    private byte sensorType;
    private final Shorts distances = Shorts.fixed(72);
    private float increment;
    private short minDistance;
    private short maxDistance;
    private float angleOffset;

    /** Microseconds; PX4's bridge takes the offset to its own clock off. */
    public long getTimestamp() {
        return timestamp;
    }

    public ObstacleDistance setTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    /** Where index 0 points: MAV_FRAME_*. */
    public byte getFrame() {
        return frame;
    }

    public ObstacleDistance setFrame(byte frame) {
        this.frame = frame;
        return this;
    }

    /** MAV_DISTANCE_SENSOR_*. */
    public byte getSensorType() {
        return sensorType;
    }

    public ObstacleDistance setSensorType(byte sensorType) {
        this.sensorType = sensorType;
        return this;
    }

    /** Centimetres, unsigned: 0 touching, max_distance + 1 nothing there, 65535 unknown. */
    public List<Short> getDistances() {
        return distances;
    }

    /** Copies; the length must be 72. */
    public ObstacleDistance setDistances(List<Short> distances) {
        this.distances.setAll(distances);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 72. */
    public ObstacleDistance setDistances(short[] distances) {
        this.distances.setAll(distances);
        return this;
    }

    /** Width of an element, degrees. */
    public float getIncrement() {
        return increment;
    }

    public ObstacleDistance setIncrement(float increment) {
        this.increment = increment;
        return this;
    }

    /** Least the sensor measures, cm. */
    public short getMinDistance() {
        return minDistance;
    }

    public ObstacleDistance setMinDistance(short minDistance) {
        this.minDistance = minDistance;
        return this;
    }

    /** Most the sensor measures, cm. */
    public short getMaxDistance() {
        return maxDistance;
    }

    public ObstacleDistance setMaxDistance(short maxDistance) {
        this.maxDistance = maxDistance;
        return this;
    }

    /** Of index 0, degrees, clockwise. */
    public float getAngleOffset() {
        return angleOffset;
    }

    public ObstacleDistance setAngleOffset(float angleOffset) {
        this.angleOffset = angleOffset;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.int64(timestamp);
        out.int8(frame);
        out.int8(sensorType);
        out.fixed(distances);
        out.float32(increment);
        out.int16(minDistance);
        out.int16(maxDistance);
        out.float32(angleOffset);
    }

    @Override
    public void decode(CdrReader in) {
        timestamp = in.int64();
        frame = in.int8();
        sensorType = in.int8();
        in.fixed(distances);
        increment = in.float32();
        minDistance = in.int16();
        maxDistance = in.int16();
        angleOffset = in.float32();
    }

    @Override
    public int maxEncodedBytes() {
        return 256;
    }
}
