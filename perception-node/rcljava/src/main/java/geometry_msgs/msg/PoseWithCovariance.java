package geometry_msgs.msg;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A pose and its uncertainty.
 */
public final class PoseWithCovariance extends WireMessage {

    private Pose pose = new Pose();
    private Doubles covariance = Doubles.fixed(36);

    /** The estimate. */
    public Pose getPose() {
        return pose;
    }

    public PoseWithCovariance setPose(Pose pose) {
        this.pose = Objects.requireNonNull(pose, "pose");
        return this;
    }

    /** Row-major 6x6 over x, y, z, rotation about x, y, z. */
    public List<Double> getCovariance() {
        return covariance;
    }

    /** Copies; the length must be 36. */
    public PoseWithCovariance setCovariance(List<Double> covariance) {
        this.covariance.setAll(covariance);
        return this;
    }

    /** Copies into memory this message keeps; the length must be 36. */
    public PoseWithCovariance setCovariance(double[] covariance) {
        this.covariance.setAll(covariance);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(pose);
        out.fixed(covariance);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(pose);
        in.fixed(covariance);
    }

    @Override
    public int maxEncodedBytes() {
        return 512;
    }
}
