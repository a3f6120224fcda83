package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * Linear and angular velocity, m/s and rad/s.
 */
public final class Twist extends WireMessage {

    private Vector3 linear = new Vector3();
    private Vector3 angular = new Vector3();

    /** Linear velocity, m/s. */
    public Vector3 getLinear() {
        return linear;
    }

    public Twist setLinear(Vector3 linear) {
        this.linear = Objects.requireNonNull(linear, "linear");
        return this;
    }

    /** Angular velocity, rad/s. */
    public Vector3 getAngular() {
        return angular;
    }

    public Twist setAngular(Vector3 angular) {
        this.angular = Objects.requireNonNull(angular, "angular");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(linear);
        out.message(angular);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(linear);
        in.message(angular);
    }

    @Override
    public int maxEncodedBytes() {
        return 128;
    }
}
