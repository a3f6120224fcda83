package dev.jink.rcljava.graph;

import dev.jink.rcljava.dds.DdsParticipant;
import dev.jink.rcljava.dds.DdsSettings;

import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;

import java.util.ArrayList;
import java.util.List;

/** One DDS participant and the nodes in it. Thread-safe. */
public final class EmbeddedContext implements Context {
    private final List<EmbeddedNode> nodes = new ArrayList<>();
    private Arguments arguments = Arguments.NONE;
    private DdsParticipant participant;
    private GraphAnnouncer announcer;
    private volatile boolean valid;

    @Override
    public void init() {
        init(List.of());
    }

    /** Joins the domain, with arguments for all nodes of this context. */
    public synchronized void init(List<String> commandLine) {
        if (valid) {
            return;
        }
        arguments = Arguments.parse(commandLine);
        DdsSettings settings = DdsSettings.ofProcess();
        settings.warnings().forEach(EmbeddedContext::warn);
        participant = DdsParticipant.open(settings);
        announcer = new GraphAnnouncer(participant);
        valid = true;
    }

    /** Makes a node; arguments may rename it. */
    public synchronized Node createNode(String name, String namespace, NodeOptions options) {
        if (!valid) {
            throw new IllegalStateException(
                    "node '%s': the context is not initialized; call RCLJava.rclJavaInit() first"
                            .formatted(name));
        }
        Arguments own = Arguments.parse(options.getCliArgs());
        Arguments all = options.getUseGlobalArguments() ? arguments.and(own) : own;
        EmbeddedNode node = new EmbeddedNode(this, participant, name, namespace, options, all);
        nodes.add(node);
        node.offerParameters();
        announce();
        return node;
    }

    @Override
    public void shutdown() {
        List<EmbeddedNode> leaving;
        synchronized (this) {
            if (!valid) {
                return;
            }
            valid = false;
            leaving = List.copyOf(nodes);
        }
        leaving.forEach(EmbeddedNode::wake);
        leaving.forEach(EmbeddedNode::dispose);
        synchronized (this) {
            announcer.close();
            participant.close();
        }
    }

    @Override
    public boolean isValid() {
        return valid;
    }

    @Override
    public void dispose() {
        shutdown();
    }

    @Override
    public long getHandle() {
        return valid ? System.identityHashCode(this) : 0;
    }

    synchronized void forget(EmbeddedNode node) {
        nodes.remove(node);
        announce();
    }

    synchronized void announce() {
        if (valid) {
            announcer.announce(nodes);
        }
    }

    static void warn(String line) {
        System.err.println("rcljava: " + line);
    }
}
