package dev.jink.sim.ros;

import builtin_interfaces.msg.Time;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;

import geometry_msgs.msg.Twist;
import geometry_msgs.msg.TwistStamped;
import geometry_msgs.msg.Vector3;

import nav_msgs.msg.Odometry;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.Image;

import std_msgs.msg.Header;

/** Fills ROS messages from the simulator's own types. */
public final class Messages {
    public static final String BASE_FRAME = "base_link";
    public static final String CAMERA_FRAME = "camera_optical_frame";
    private static final String WORLD_FRAME = "odom";
    private static final long SECOND = 1_000_000_000L;

    private Messages() {}

    public static void stamp(Header header, long epochNanos, String frame) {
        stamp(header.getStamp(), epochNanos);
        header.setFrameId(frame);
    }

    public static void stamp(Time time, long epochNanos) {
        time.setSec((int) Math.floorDiv(epochNanos, SECOND));
        time.setNanosec((int) Math.floorMod(epochNanos, SECOND));
    }

    public static Image image(CameraModel camera) {
        return new Image()
                .setWidth(camera.width())
                .setHeight(camera.height())
                .setStep(camera.width())
                .setEncoding("mono8");
    }

    public static CameraInfo info(CameraModel camera) {
        return new CameraInfo()
                .setWidth(camera.width())
                .setHeight(camera.height())
                .setDistortionModel(camera.distortion().rosName())
                .setD(camera.distortion().coefficients())
                .setK(camera.k())
                .setR(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1})
                .setP(
                        new double[] {
                            camera.fx(),
                            0,
                            camera.cx(),
                            0,
                            0,
                            camera.fy(),
                            camera.cy(),
                            0,
                            0,
                            0,
                            1,
                            0
                        });
    }

    public static void twist(Command command, TwistStamped out) {
        Twist twist = out.getTwist();
        twist.getLinear().setX(command.vx).setY(command.vy).setZ(command.vz);
        twist.getAngular().setZ(command.yawRate);
    }

    /**
     * Pose in the world, twist in the tilted body, as nav_msgs/Odometry has them.
     *
     * @param turnRate of the body in its own frame, [3] rad/s
     */
    public static void odometry(Pose pose, Motion motion, double[] turnRate, Odometry out) {
        stamp(out.getHeader(), motion.stampNanos, WORLD_FRAME);
        out.setChildFrameId(BASE_FRAME);
        out.getPose().getPose().getPosition().setX(pose.x()).setY(pose.y()).setZ(pose.z());
        out.getPose()
                .getPose()
                .getOrientation()
                .setX(pose.qx())
                .setY(pose.qy())
                .setZ(pose.qz())
                .setW(pose.qw());
        double cos = Math.cos(motion.yaw);
        double sin = Math.sin(motion.yaw);
        double[] velocity = {
            cos * motion.vx - sin * motion.vy, sin * motion.vx + cos * motion.vy, motion.vz
        };
        pose.toBody(velocity);
        set(out.getTwist().getTwist().getLinear(), velocity);
        set(out.getTwist().getTwist().getAngular(), turnRate);
    }

    private static void set(Vector3 out, double[] v) {
        out.setX(v[0]).setY(v[1]).setZ(v[2]);
    }
}
