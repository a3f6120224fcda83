package tf2_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import geometry_msgs.msg.TransformStamped;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Where frames lie in others: what /tf and /tf_static carry.
 */
public final class TFMessage extends WireMessage {

    /** Stamp, two empty names and seven numbers, without padding. */
    private static final int LEAST_TRANSFORM_BYTES = 74;

    private List<TransformStamped> transforms = new ArrayList<>();

    /** The transforms. */
    public List<TransformStamped> getTransforms() {
        return transforms;
    }

    public TFMessage setTransforms(List<TransformStamped> transforms) {
        this.transforms = Objects.requireNonNull(transforms, "transforms");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(transforms);
    }

    @Override
    public void decode(CdrReader in) {
        transforms = in.messages(transforms, TransformStamped::new, LEAST_TRANSFORM_BYTES);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 16;
    }
}
