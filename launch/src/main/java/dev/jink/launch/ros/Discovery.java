package dev.jink.launch.ros;

import dev.jink.rcljava.dds.DdsSettings;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.executors.SingleThreadedExecutor;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;
import org.ros2.rcljava.publisher.Publisher;

/** Two participants in one process that look for each other, in the domain and on the interface of the environment. */
public final class Discovery {
    private static final String TOPIC = "jink_doctor";
    private static final long PATIENCE_NANOS = 12_000_000_000L;
    private static final long WAIT_NANOS = 10_000_000L;

    private Discovery() {}

    /**
     * @param millis from the second participant's start until the first message; -1 when none came
     * @param interfaceName an address, or all
     */
    public record Result(long millis, String interfaceName, int domain) {}

    /** @throws RuntimeException in one line when a participant can't be made at all */
    public static Result meet() {
        DdsSettings settings = DdsSettings.ofProcess();
        Context here = RCLJava.createContext();
        Context there = RCLJava.createContext();
        try {
            here.init();
            there.init();
            int[] heard = {0};
            Node listener = RCLJava.createNode("doctor_here", "", here, new NodeOptions());
            listener.createSubscription(std_msgs.msg.String.class, TOPIC, message -> heard[0]++);
            SingleThreadedExecutor executor = new SingleThreadedExecutor();
            executor.addNode(() -> listener);
            long start = System.nanoTime();
            Node speaker = RCLJava.createNode("doctor_there", "", there, new NodeOptions());
            Publisher<std_msgs.msg.String> out =
                    speaker.createPublisher(std_msgs.msg.String.class, TOPIC);
            std_msgs.msg.String word = new std_msgs.msg.String().setData("well?");
            while (heard[0] == 0 && System.nanoTime() - start < PATIENCE_NANOS) {
                out.publish(word);
                executor.spinOnce(WAIT_NANOS);
            }
            long millis = heard[0] == 0 ? -1 : (System.nanoTime() - start) / 1_000_000;
            String at = settings.address() == null ? "all interfaces" : settings.address();
            return new Result(millis, at, settings.domainId());
        } finally {
            here.shutdown();
            there.shutdown();
        }
    }
}
