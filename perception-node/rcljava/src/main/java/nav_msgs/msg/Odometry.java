package nav_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import geometry_msgs.msg.PoseWithCovariance;
import geometry_msgs.msg.TwistWithCovariance;

import std_msgs.msg.Header;

import java.util.Objects;

/**
 * Pose in the frame of the header, velocity in the child frame.
 */
public final class Odometry extends WireMessage {

    private Header header = new Header();
    private String childFrameId = "";
    private PoseWithCovariance pose = new PoseWithCovariance();
    private TwistWithCovariance twist = new TwistWithCovariance();

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public Odometry setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Frame of the pose's tip and of the twist, e.g. base_link. */
    public String getChildFrameId() {
        return childFrameId;
    }

    public Odometry setChildFrameId(String childFrameId) {
        this.childFrameId = Objects.requireNonNull(childFrameId, "child_frame_id");
        return this;
    }

    /** Pose of the child frame in the header's frame. */
    public PoseWithCovariance getPose() {
        return pose;
    }

    public Odometry setPose(PoseWithCovariance pose) {
        this.pose = Objects.requireNonNull(pose, "pose");
        return this;
    }

    /** Velocity in the child frame, m/s and rad/s. */
    public TwistWithCovariance getTwist() {
        return twist;
    }

    public Odometry setTwist(TwistWithCovariance twist) {
        this.twist = Objects.requireNonNull(twist, "twist");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.text(childFrameId);
        out.message(pose);
        out.message(twist);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        childFrameId = in.text();
        in.message(pose);
        in.message(twist);
    }
}
