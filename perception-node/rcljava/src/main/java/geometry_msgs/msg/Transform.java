package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * Where a child frame lies in its parent.
 */
public final class Transform extends WireMessage {

    private Vector3 translation = new Vector3();
    private Quaternion rotation = new Quaternion();

    /** The child's origin in the parent, metres. */
    public Vector3 getTranslation() {
        return translation;
    }

    public Transform setTranslation(Vector3 translation) {
        this.translation = Objects.requireNonNull(translation, "translation");
        return this;
    }

    /** Turns the child's directions into the parent's. */
    public Quaternion getRotation() {
        return rotation;
    }

    public Transform setRotation(Quaternion rotation) {
        this.rotation = Objects.requireNonNull(rotation, "rotation");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(translation);
        out.message(rotation);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(translation);
        in.message(rotation);
    }

    @Override
    public int maxEncodedBytes() {
        return 128;
    }
}
