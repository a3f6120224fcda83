package geometry_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Objects;

/**
 * Position and orientation.
 */
public final class Pose extends WireMessage {

    private Point position = new Point();
    private Quaternion orientation = new Quaternion();

    /** Position, metres. */
    public Point getPosition() {
        return position;
    }

    public Pose setPosition(Point position) {
        this.position = Objects.requireNonNull(position, "position");
        return this;
    }

    /** Rotation from the child frame to the header's. */
    public Quaternion getOrientation() {
        return orientation;
    }

    public Pose setOrientation(Quaternion orientation) {
        this.orientation = Objects.requireNonNull(orientation, "orientation");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(position);
        out.message(orientation);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(position);
        in.message(orientation);
    }

    @Override
    public int maxEncodedBytes() {
        return 128;
    }
}
