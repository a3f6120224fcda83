package geometry_msgs.msg;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A velocity and its uncertainty.
 */
public final class TwistWithCovariance extends WireMessage {

    private Twist twist = new Twist();
    private Doubles covariance = Doubles.fixed(36);

    /** The estimate. */
    public Twist getTwist() {
        return twist;
    }

    public TwistWithCovariance setTwist(Twist twist) {
        this.twist = Objects.requireNonNull(twist, "twist");
        return this;
    }

    /** Row-major 6x6 over x, y, z, rotation about x, y, z. */
    public List<Double> getCovariance() {
        return covariance;
    }

    /** Copies; the length must be 36. */
    public TwistWithCovariance setCovariance(List<Double> covariance) {
        this.covariance.setAll(covariance);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 36. */
    public TwistWithCovariance setCovariance(double[] covariance) {
        this.covariance.setAll(covariance);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(twist);
        out.fixed(covariance);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(twist);
        in.fixed(covariance);
    }

    @Override
    public int maxEncodedBytes() {
        return 512;
    }
}
