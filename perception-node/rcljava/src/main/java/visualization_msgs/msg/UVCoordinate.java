package visualization_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

/**
 * A place in a texture, each part from 0 to 1.
 */
public final class UVCoordinate extends WireMessage {
    private float u;
    private float v;

    /** To the right. */
    public float getU() {
        return u;
    }

    public UVCoordinate setU(float u) {
        this.u = u;
        return this;
    }

    /** Up. */
    public float getV() {
        return v;
    }

    public UVCoordinate setV(float v) {
        this.v = v;
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.float32(u);
        out.float32(v);
    }

    @Override
    public void decode(CdrReader in) {
        u = in.float32();
        v = in.float32();
    }

    @Override
    public int maxEncodedBytes() {
        return 64;
    }
}
