package dev.jink.gazebo.link;

import dev.jink.sim.camera.Pose;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The host's end of the lock-step connection. Little-endian, nothing padded; the plugin's source has
 * the same table:
 *
 * <pre>
 *  hello     0 u32 'JGZ1'    4 u64 token
 *  request   0 u32 'JREQ'    4 u32 kind (0 fly, 1 place)    8 u32 steps   12 u32 pictures (0 or 1)
 *           16 f64 x 7       fly: vx vy vz yawRate windX windY windZ; place: x y z qw qx qy qz
 *  reply     0 u32 'JREP'    4 u32 contacts
 *            8 f64 x 14      time, x y z, qw qx qy qz, velocity, angular velocity
 *          120 picture       colour, rgb8
 *            . picture       depth, f32, metres along the optical axis, far plane = nothing there
 *  picture   0 f64 stamp     8 u32 width   12 u32 height   16 u32 bytes   20 data
 * </pre>
 *
 * <p>Every number from the plugin is checked before it is used. One thread.
 */
public final class LockStep implements AutoCloseable {
    static final int HELLO = 0x315a474a;
    static final int REQUEST = 0x5145524a;
    static final int REPLY = 0x5045524a;
    static final int REQUEST_BYTES = 72;
    static final int REPLY_BYTES = 120;
    static final int PICTURE_HEAD_BYTES = 20;
    private static final int FLY = 0;
    private static final int PLACE = 1;

    /** Within so many steps the plugin has seen its first picture, or has given up. */
    private static final int FIRST_STEPS = 160;

    private static final int THROWN_AWAY = 10;
    private static final double STAMP_SLACK = 1e-6;

    private final InputStream in;
    private final OutputStream out;
    private final int width;
    private final int height;
    private final ByteBuffer request = little(REQUEST_BYTES);
    private final ByteBuffer reply = little(REPLY_BYTES);
    private final ByteBuffer head = little(PICTURE_HEAD_BYTES);
    private final byte[] colour;
    private final ByteBuffer depth;

    /**
     * @param depth whether there is a depth camera
     */
    LockStep(InputStream in, OutputStream out, int width, int height, boolean depth) {
        this.in = in;
        this.out = out;
        this.width = width;
        this.height = height;
        colour = new byte[width * height * 3];
        this.depth = little(depth ? width * height * Float.BYTES : 0);
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Reads the plugin's hello.
     *
     * @throws IOException in one line, when it isn't the plugin that was started
     */
    void greet(long token) throws IOException {
        ByteBuffer hello = little(12);
        read(hello.array(), "a hello");
        if (hello.getInt(0) != HELLO) {
            throw strange("hello", hello.getInt(0), HELLO);
        }
        if (hello.getLong(4) != token) {
            throw new IOException(
                    "gazebo: got a hello with another token than the one that gzserver was given,"
                            + " wanted it: what has connected is not the plugin");
        }
    }

    /**
     * Flies some steps at a velocity: level body frame FLU, m/s, rad/s; wind in the world frame, m/s.
     *
     * @param pictures whether the last step is one at which pictures are due, and they are wanted
     */
    public State fly(
            double vx,
            double vy,
            double vz,
            double yawRate,
            double windX,
            double windY,
            int steps,
            boolean pictures)
            throws IOException {
        send(FLY, steps, pictures, vx, vy, vz, yawRate, windX, windY, 0);
        return answer(pictures);
    }

    /** Holds the drone at a pose for some steps. */
    public State place(Pose pose, int steps, boolean pictures) throws IOException {
        send(
                PLACE, steps, pictures, pose.x(), pose.y(), pose.z(), pose.qw(), pose.qx(),
                pose.qy(), pose.qz());
        return answer(pictures);
    }

    /**
     * Holds the drone at its first pose until a fixed step of the clock, at which a picture is due.
     * So every flight begins at the same time, however long Gazebo took to start, and the first
     * pictures, which may differ from run to run, are thrown away.
     *
     * @param stepSeconds of the physics
     * @param stepsPerFrame from one picture to the next
     */
    public State settle(Pose pose, double stepSeconds, int stepsPerFrame) throws IOException {
        long now = Math.round(place(pose, 0, false).seconds() / stepSeconds);
        long wanted = (long) stepsPerFrame * Math.ceilDiv(FIRST_STEPS, stepsPerFrame);
        wanted += (long) stepsPerFrame * THROWN_AWAY;
        if (now > wanted) {
            throw new IOException(
                    "gazebo: got a clock at step "
                            + now
                            + ", wanted at most "
                            + wanted
                            + ": the machine is too busy to start it in time");
        }
        return place(pose, (int) (wanted - now), true);
    }

    private void send(int kind, int steps, boolean pictures, double... values) throws IOException {
        request.clear().putInt(REQUEST).putInt(kind).putInt(steps).putInt(pictures ? 1 : 0);
        for (double value : values) {
            request.putDouble(value);
        }
        try {
            out.write(request.array());
            out.flush();
        } catch (IOException gone) {
            throw new IOException("gazebo: gzserver took no request: " + gone.getMessage(), gone);
        }
    }

    private State answer(boolean pictures) throws IOException {
        read(reply.array(), "a reply");
        reply.clear();
        if (reply.getInt() != REPLY) {
            throw strange("reply", reply.getInt(0), REPLY);
        }
        int contacts = reply.getInt();
        double[] v = new double[14];
        for (int i = 0; i < v.length; i++) {
            v[i] = reply.getDouble();
            if (!Double.isFinite(v[i])) {
                throw new IOException(
                        "gazebo: got "
                                + v[i]
                                + " as number "
                                + i
                                + " of the drone's state, wanted a finite one: the physics has"
                                + " failed, fly another seed");
            }
        }
        picture("colour", pictures ? colour.length : 0, v[0], colour);
        picture("depth", pictures ? depth.capacity() : 0, v[0], depth.array());
        Pose pose = new Pose(v[1], v[2], v[3], v[5], v[6], v[7], v[4]);
        return new State(v[0], pose, v[8], v[9], v[10], v[11], v[12], v[13], contacts);
    }

    private void picture(String name, int wanted, double now, byte[] data) throws IOException {
        read(head.array(), "the head of a picture");
        double stamp = head.getDouble(0);
        int bytes = head.getInt(16);
        if (bytes != wanted) {
            throw new IOException(
                    "gazebo: got "
                            + Integer.toUnsignedString(bytes)
                            + " bytes of "
                            + name
                            + ", wanted "
                            + wanted
                            + ": is another version of the plugin loaded? run sim/gazebo/setup");
        }
        if (wanted == 0) {
            return;
        }
        if (head.getInt(8) != width || head.getInt(12) != height) {
            throw new IOException(
                    "gazebo: got a picture of "
                            + Integer.toUnsignedString(head.getInt(8))
                            + "x"
                            + Integer.toUnsignedString(head.getInt(12))
                            + ", wanted "
                            + width
                            + "x"
                            + height);
        }
        if (!(Math.abs(stamp - now) < STAMP_SLACK)) {
            throw new IOException(
                    "gazebo: got a "
                            + name
                            + " picture of "
                            + stamp
                            + " s at "
                            + now
                            + " s, wanted one of that moment: the renderer did not keep step");
        }
        read(data, "a picture");
    }

    private void read(byte[] into, String what) throws IOException {
        int got;
        try {
            got = in.readNBytes(into, 0, into.length);
        } catch (IOException failed) {
            throw new IOException(
                    "gazebo: waited for " + what + " and got none: " + failed.getMessage(), failed);
        }
        if (got < into.length) {
            throw new EOFException(
                    "gazebo: got "
                            + got
                            + " of "
                            + into.length
                            + " bytes of "
                            + what
                            + ", then the end: gzserver has gone");
        }
    }

    private static IOException strange(String what, int got, int wanted) {
        return new IOException(
                "gazebo: got a %s that starts with %08x, wanted %08x: is another version of the plugin"
                                .formatted(what, got, wanted)
                        + " loaded? run sim/gazebo/setup");
    }

    /** The last picture, rgb8 [height][width][3]; rewritten by the next one. */
    public byte[] colour() {
        return colour;
    }

    /** Metres along the optical axis of a pixel of the last depth picture, row-major. */
    public float depthM(int pixel) {
        return depth.getFloat(pixel * Float.BYTES);
    }

    @Override
    public void close() throws IOException {
        try (in;
                out) {
            // Both ends of one socket; gzserver ends itself when it goes.
        }
    }
}
