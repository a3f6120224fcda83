package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A position, metres. Units and frame are those of the message around it.
 */
public final class Point extends WireMessage {

    private double x;
    private double y;
    private double z;

    /** x component. */
    public double getX() {
        return x;
    }

    public Point setX(double x) {
        this.x = x;
        return this;
    }

    /** y component. */
    public double getY() {
        return y;
    }

    public Point setY(double y) {
        this.y = y;
        return this;
    }

    /** z component. */
    public double getZ() {
        return z;
    }

    public Point setZ(double z) {
        this.z = z;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.float64(x);
        out.float64(y);
        out.float64(z);
    }

    @Override
    public void decode(CdrReader in) {
        x = in.float64();
        y = in.float64();
        z = in.float64();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
