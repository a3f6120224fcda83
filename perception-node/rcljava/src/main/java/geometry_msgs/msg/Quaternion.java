package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A rotation, Hamilton convention, x y z w. A new one is the identity.
 */
public final class Quaternion extends WireMessage {

    private double x;
    private double y;
    private double z;
    private double w = 1;

    /** x component. */
    public double getX() {
        return x;
    }

    public Quaternion setX(double x) {
        this.x = x;
        return this;
    }

    /** y component. */
    public double getY() {
        return y;
    }

    public Quaternion setY(double y) {
        this.y = y;
        return this;
    }

    /** z component. */
    public double getZ() {
        return z;
    }

    public Quaternion setZ(double z) {
        this.z = z;
        return this;
    }

    /** w component. */
    public double getW() {
        return w;
    }

    public Quaternion setW(double w) {
        this.w = w;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.float64(x);
        out.float64(y);
        out.float64(z);
        out.float64(w);
    }

    @Override
    public void decode(CdrReader in) {
        x = in.float64();
        y = in.float64();
        z = in.float64();
        w = in.float64();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
