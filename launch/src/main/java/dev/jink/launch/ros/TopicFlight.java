package dev.jink.launch.ros;

import dev.jink.sim.ros.Listening;

import geometry_msgs.msg.Vector3;

import nav_msgs.msg.Odometry;

import org.ros2.rcljava.qos.QoSProfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A drone in flight: the pictures of one topic and the odometry of another, nav_msgs/Odometry with
 * its twist in the body frame (FLU), as ROS has it. Arrives on a thread of its own; the methods
 * belong to one caller.
 */
public final class TopicFlight implements AutoCloseable {
    private final Listening listening = new Listening("jink_calibrate");
    private final TopicPictures pictures;

    /** [n][7]: stamp in s, velocity, turn rate. */
    private final List<double[]> samples = new ArrayList<>();

    private double behindS;

    public TopicFlight(String imageTopic, String odometryTopic) {
        pictures = new TopicPictures(listening.node(), imageTopic);
        listening
                .node()
                .createSubscription(
                        Odometry.class,
                        odometryTopic,
                        this::arrived,
                        QoSProfile.sensorData().setDepth(50));
        listening.begin();
    }

    private void arrived(Odometry message) {
        double stampS = Seconds.of(message.getHeader().getStamp());
        Vector3 v = message.getTwist().getTwist().getLinear();
        Vector3 w = message.getTwist().getTwist().getAngular();
        double[] sample = {stampS, v.getX(), v.getY(), v.getZ(), w.getX(), w.getY(), w.getZ()};
        synchronized (samples) {
            // What is sent twice or comes late says nothing new.
            if (samples.isEmpty() || stampS > samples.getLast()[0]) {
                samples.add(sample);
                behindS = Seconds.now() - stampS;
            }
        }
    }

    /** The newest picture; null when none came in that time. */
    public TopicPictures.Taken next(long nanos) throws InterruptedException {
        return pictures.next(nanos);
    }

    /** The odometry so far, [n][7]: stamp in s growing, velocity in m/s, turn rate in rad/s. */
    public List<double[]> odometry() {
        synchronized (samples) {
            return List.copyOf(samples);
        }
    }

    /** By how much the newest odometry's stamp lay behind this machine's clock when it came, s. */
    public double odometryBehindS() {
        synchronized (samples) {
            return behindS;
        }
    }

    @Override
    public void close() {
        listening.close();
    }
}
