package dev.jink.perception.control.mavlink;

import dev.jink.perception.control.ObstacleRing;

/**
 * Writes frames into one array; what was written last is in {@link #bytes}. Belongs to one thread
 * at a time; allocates nothing.
 */
final class FrameWriter {
    /** MAV_COMP_ID_OBSTACLE_AVOIDANCE: what we are. */
    static final int COMPONENT = 196;

    /** MAV_COMP_ID_AUTOPILOT1: whom we speak to. */
    static final int AUTOPILOT = 1;

    /** MAV_FRAME_BODY_NED: forward, right, down, level; turned with the heading alone. */
    static final int BODY_NED = 8;

    /** MAV_FRAME_BODY_FRD. */
    static final int BODY_FRD = 12;

    /** Position (7), acceleration (7 << 6) and yaw (1 << 10) are to be ignored. */
    static final int VELOCITY_AND_YAW_RATE = 0b0101_1100_0111;

    private static final int ONBOARD_CONTROLLER = 18;
    private static final int NO_AUTOPILOT = 8;
    private static final int PROTOCOL = 3;
    private static final int LINK_ID = 0;
    private static final int LASER = 0;

    private final byte[] frame = new byte[Layout.MOST];
    private final int system;
    private final Signature signature;
    private final SignatureClock signatureClock;
    private int sequence;
    private int at;
    private int length;

    /**
     * @param system of the vehicle, which is ours too: we are a part of it
     * @param signature null = unsigned
     * @param signatureClock null when unsigned
     */
    FrameWriter(int system, Signature signature, SignatureClock signatureClock) {
        this.system = system;
        this.signature = signature;
        this.signatureClock = signatureClock;
    }

    byte[] bytes() {
        return frame;
    }

    int length() {
        return length;
    }

    /**
     * HEARTBEAT.
     *
     * @param status MAV_STATE
     */
    void heartbeat(int status) {
        begin();
        put(4, 0);
        put(1, ONBOARD_CONTROLLER);
        put(1, NO_AUTOPILOT);
        put(1, 0);
        put(1, status);
        put(1, PROTOCOL);
        end(Layout.HEARTBEAT, Layout.HEARTBEAT_EXTRA);
    }

    /**
     * SET_POSITION_TARGET_LOCAL_NED with a velocity and a yaw rate.
     *
     * @param bootMs since the link was made
     * @param v forward, right, down, m/s
     * @param yawRate right turn positive, rad/s
     */
    void velocity(long bootMs, double[] v, double yawRate) {
        begin();
        put(4, bootMs);
        floats(0, 0, 0);
        floats(v[0], v[1], v[2]);
        floats(0, 0, 0);
        put(4, Float.floatToRawIntBits(0));
        put(4, Float.floatToRawIntBits((float) yawRate));
        put(2, VELOCITY_AND_YAW_RATE);
        put(1, system);
        put(1, AUTOPILOT);
        put(1, BODY_NED);
        end(Layout.SET_POSITION_TARGET_LOCAL_NED, Layout.SET_POSITION_TARGET_LOCAL_NED_EXTRA);
    }

    /**
     * OBSTACLE_DISTANCE.
     *
     * @param stampMicros of the picture, since 1970
     */
    void obstacles(long stampMicros, ObstacleRing ring) {
        begin();
        put(8, stampMicros);
        for (int k = 0; k < ObstacleRing.COUNT; k++) {
            put(2, ring.distanceCm(k));
        }
        put(2, 0);
        put(2, ring.maxCm());
        put(1, LASER);
        put(1, ObstacleRing.INCREMENT_DEG);
        put(4, Float.floatToRawIntBits(ObstacleRing.INCREMENT_DEG));
        put(4, Float.floatToRawIntBits(0));
        put(1, BODY_FRD);
        end(Layout.OBSTACLE_DISTANCE, Layout.OBSTACLE_DISTANCE_EXTRA);
    }

    private void begin() {
        at = Layout.HEADER;
    }

    private void floats(double x, double y, double z) {
        put(4, Float.floatToRawIntBits((float) x));
        put(4, Float.floatToRawIntBits((float) y));
        put(4, Float.floatToRawIntBits((float) z));
    }

    private void put(int count, long value) {
        Layout.put(frame, at, count, value);
        at += count;
    }

    private void end(int message, int extra) {
        while (at > Layout.HEADER + 1 && frame[at - 1] == 0) {
            at--;
        }
        frame[0] = (byte) Layout.MAGIC;
        frame[Layout.AT_LENGTH] = (byte) (at - Layout.HEADER);
        frame[Layout.AT_INCOMPATIBLE] = (byte) (signature == null ? 0 : Layout.SIGNED);
        frame[Layout.AT_INCOMPATIBLE + 1] = 0;
        frame[Layout.AT_SEQUENCE] = (byte) sequence++;
        frame[Layout.AT_SYSTEM] = (byte) system;
        frame[Layout.AT_COMPONENT] = (byte) COMPONENT;
        Layout.put(frame, Layout.AT_MESSAGE, 3, message);
        put(2, Crc.of(frame, 1, at, extra));
        if (signature != null) {
            put(1, LINK_ID);
            put(6, signatureClock.next());
            signature.sign(frame, at);
            at += Layout.HASH;
        }
        length = at;
    }
}
