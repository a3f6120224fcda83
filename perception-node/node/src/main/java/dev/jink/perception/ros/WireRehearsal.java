package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import org.ros2.rcljava.executors.SingleThreadedExecutor;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.subscription.Subscription;

import sensor_msgs.msg.Image;

/**
 * Pictures over the wire from the node to itself, before it is active: so that the first real one is
 * not the first that its transport receives.
 */
final class WireRehearsal {
    private static final int IMAGES = 100;
    private static final long NANOS = 3_000_000_000L;
    private static final long WAIT_NANOS = 5_000_000L;
    private static final String TOPIC = "~/rehearsed_image";

    private WireRehearsal() {}

    /** Sends until enough have come back, or for as long as a start may wait for them. */
    static void run(Node node, NanoClock clock) {
        int[] heard = {0};
        Publisher<Image> out = node.createPublisher(Image.class, TOPIC, Topics.newestOnly());
        Subscription<Image> in =
                node.createSubscription(
                        Image.class, TOPIC, image -> heard[0]++, Topics.newestOnly());
        Image image = new Image().setWidth(64).setHeight(48).setStep(64).setEncoding("mono8");
        image.setData(new byte[64 * 48]);
        SingleThreadedExecutor executor = new SingleThreadedExecutor();
        executor.addNode(() -> node);
        long until = clock.nanos() + NANOS;
        while (heard[0] < IMAGES && clock.nanos() < until) {
            out.publish(image);
            executor.spinOnce(WAIT_NANOS);
        }
        node.removeSubscription(in);
        node.removePublisher(out);
    }
}
