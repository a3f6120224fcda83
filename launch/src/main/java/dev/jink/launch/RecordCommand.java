package dev.jink.launch;

import dev.jink.launch.bag.BagTopic;
import dev.jink.launch.bag.BagWriter;
import dev.jink.launch.ros.RecordedTopics;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** {@code jink record}: what the node hears and says, as a rosbag2 that ROS 2 opens. */
@Command(
        name = "jink record",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Records topics as a rosbag2 (sqlite3 storage) until Ctrl-C or --seconds. jink replay"
                    + " and ROS 2",
            "play it."
        })
final class RecordCommand implements Callable<Integer> {
    private static final long POLL_NANOS = 100_000_000L;
    private static final List<String> USUAL =
            List.of(
                    "/image_raw:sensor_msgs/msg/Image",
                    "/image_raw/compressed:sensor_msgs/msg/CompressedImage",
                    "/camera_info:sensor_msgs/msg/CameraInfo",
                    "/odometry:nav_msgs/msg/Odometry",
                    "/cmd_vel_in:geometry_msgs/msg/TwistStamped",
                    "/cmd_vel:geometry_msgs/msg/TwistStamped",
                    "/obstacles:sensor_msgs/msg/LaserScan",
                    "/diagnostics:diagnostic_msgs/msg/DiagnosticArray",
                    "/perception_node/state:std_msgs/msg/String");

    @Option(
            names = "--output",
            paramLabel = "DIR",
            required = true,
            description = "folder to make for the recording")
    private Path output;

    @Option(
            names = "--topic",
            paramLabel = "NAME:TYPE",
            description = {
                "such as /cam/image_raw:sensor_msgs/msg/Image; may be given again",
                "(default: what the node hears and says under its own names)"
            })
    private List<String> topics = List.of();

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "0",
            description = "end after so long (default: at Ctrl-C)")
    private double seconds;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new RecordCommand()).execute(args));
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!(seconds >= 0 && seconds <= 86_400)) {
            throw new UsageException(
                    "--seconds: got %s, wanted 0 (until Ctrl-C) to 86400".formatted(seconds));
        }
        List<BagTopic> wanted = new ArrayList<>();
        for (String topic : topics.isEmpty() ? USUAL : topics) {
            wanted.add(parse(topic));
        }
        CountDownLatch done = new CountDownLatch(1);
        Thread main = Thread.currentThread();
        Thread stop =
                Thread.ofPlatform()
                        .unstarted(
                                () -> {
                                    main.interrupt();
                                    try {
                                        done.await();
                                    } catch (InterruptedException e) {
                                        Thread.currentThread().interrupt();
                                    }
                                });
        try (RecordedTopics heard = new RecordedTopics(wanted);
                BagWriter bag = new BagWriter(output)) {
            Runtime.getRuntime().addShutdownHook(stop);
            System.out.printf("recording %d topics into %s%n", wanted.size(), output);
            record(heard, bag);
            tell(bag, heard.dropped());
        } finally {
            done.countDown();
        }
        return 0;
    }

    private void record(RecordedTopics heard, BagWriter bag) {
        long end = System.nanoTime() + (long) (seconds * 1e9);
        try {
            while (seconds == 0 || System.nanoTime() < end) {
                heard.write(bag, POLL_NANOS);
            }
        } catch (InterruptedException stopped) {
            // Ctrl-C: what was recorded is closed in order.
        }
    }

    private static void tell(BagWriter bag, long dropped) {
        bag.counts()
                .forEach(
                        (topic, count) ->
                                System.out.printf(
                                        "  %-28s %6d  %s%n", topic.name(), count, topic.type()));
        System.out.printf("%d messages, %d dropped%n", bag.messages(), dropped);
    }

    private static BagTopic parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || colon == text.length() - 1) {
            throw new UsageException(
                    "--topic: got '%s', wanted NAME:TYPE such as /image_raw:sensor_msgs/msg/Image"
                            .formatted(text));
        }
        String name = text.substring(0, colon);
        return new BagTopic(
                name.startsWith("/") ? name : "/" + name, text.substring(colon + 1), "cdr");
    }
}
