package dev.jink.perception.ros;

import dev.jink.perception.deadline.NanoClock;

import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;
import org.ros2.rcljava.qos.policies.Durability;

import rcl_interfaces.msg.Log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * The node's lines for people on /rosout too, with the QoS that ROS 2 has there. Whoever says
 * something only leaves it here: a thread of its own publishes, so that nobody waits for the
 * transport. What comes faster than that is dropped from /rosout, and the console has it still.
 */
final class Rosout implements Report, AutoCloseable {
    private static final int DEPTH = 1000;
    private static final int WAITING = 200;
    private static final Duration LIFESPAN = Duration.ofSeconds(10);
    private static final int LONGEST = 4000;
    private static final long CLOSING_MS = 1000;

    private final Report console;
    private final StampClock stamps;
    private final String name;
    private final Publisher<Log> publisher;
    private final BlockingQueue<Log> waiting = new ArrayBlockingQueue<>(WAITING);
    private final Thread thread;

    private Rosout(Node node, StampClock stamps, Report console) {
        this.console = console;
        this.stamps = stamps;
        name = logger(Rcljava.fullName(node, "~"));
        publisher =
                node.createPublisher(
                        Log.class,
                        Topics.ROSOUT,
                        QoSProfile.keepLast(DEPTH)
                                .setDurability(Durability.TRANSIENT_LOCAL)
                                .setLifespan(LIFESPAN));
        thread = Thread.ofPlatform().daemon().name("jink-rosout").start(this::publish);
    }

    /**
     * Speaks on the node's /rosout and on the console, or there alone when the arguments say so.
     *
     * @param arguments of the command line: the last of --enable-rosout-logs and
     *     --disable-rosout-logs counts
     * @param console gets every line, at once
     */
    static Report of(Node node, List<String> arguments, StampClock stamps, Report console) {
        boolean off =
                arguments.lastIndexOf("--disable-rosout-logs")
                        > arguments.lastIndexOf("--enable-rosout-logs");
        return off ? console : new Rosout(node, stamps, console);
    }

    /** The name that a node's logger has: that of the node, with dots between its parts. */
    static String logger(String fullName) {
        return fullName.substring(1).replace('/', '.');
    }

    @Override
    public void line(String text) {
        console.line(text);
        leave(Log.INFO, text);
    }

    @Override
    public void warn(String text) {
        console.warn(text);
        leave(Log.WARN, text);
    }

    @Override
    public void error(String text) {
        console.error(text);
        leave(Log.ERROR, text);
    }

    private void leave(byte level, String text) {
        String msg = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
        Log log = new Log().setLevel(level).setName(name).setMsg(msg);
        Stamps.set(log.getStamp(), stamps.nanosAt(NanoClock.SYSTEM.nanos()));
        waiting.offer(log);
    }

    private void publish() {
        try {
            while (true) {
                publisher.publish(waiting.take());
            }
        } catch (InterruptedException e) {
            Log last = waiting.poll();
            while (last != null) {
                publisher.publish(last);
                last = waiting.poll();
            }
        }
    }

    /** Publishes what waits, and ends. Before the node leaves the graph. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join(CLOSING_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
