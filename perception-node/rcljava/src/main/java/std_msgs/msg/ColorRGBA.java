package std_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A colour, each part from 0 to 1.
 */
public final class ColorRGBA extends WireMessage {
    private float r;
    private float g;
    private float b;
    private float a;

    /** Red. */
    public float getR() {
        return r;
    }

    public ColorRGBA setR(float r) {
        this.r = r;
        return this;
    }

    /** Green. */
    public float getG() {
        return g;
    }

    public ColorRGBA setG(float g) {
        this.g = g;
        return this;
    }

    /** Blue. */
    public float getB() {
        return b;
    }

    public ColorRGBA setB(float b) {
        this.b = b;
        return this;
    }

    /** Opacity. */
    public float getA() {
        return a;
    }

    public ColorRGBA setA(float a) {
        this.a = a;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.float32(r);
        out.float32(g);
        out.float32(b);
        out.float32(a);
    }

    @Override
    public void decode(CdrReader in) {
        r = in.float32();
        g = in.float32();
        b = in.float32();
        a = in.float32();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
