package dev.jink.perception.ros;

import dev.jink.kernels.plan.Plan;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.ros.Lifecycle.Change;

import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.executors.SingleThreadedExecutor;
import org.ros2.rcljava.node.Node;
import org.ros2.rcljava.node.NodeOptions;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The node from joining the graph to leaving it: its parameters, and its lifecycle with a {@link
 * Session} while it is configured. All on one thread, but for {@link #stop}.
 */
final class Life implements AutoCloseable, Lifecycle.Work {
    private static final long SPIN_NANOS = 100_000_000L;

    private final Context context;
    private final Node node;
    private final Parameters parameters;
    private final NodePage page;
    private final Report report;
    private final Function<Plan, Runnable> network;
    private final StampClock stamps;
    private final Lifecycle lifecycle;
    private Session session;
    private Figures figures;
    private volatile boolean stopped;

    private Life(
            Context context,
            Node node,
            List<String> arguments,
            NodePage page,
            Report console,
            Function<Plan, Runnable> network)
            throws ConfigurationException {
        this.context = context;
        this.node = node;
        this.page = page;
        this.network = network;
        parameters = Parameters.declareOn(node);
        TopicQos.declareOn(node);
        refuseUnknown(node);
        stamps = clock();
        report = Rosout.of(node, arguments, stamps, console);
        parameters.onPlanner(
                planner -> {
                    if (session != null) {
                        session.plan(planner);
                    }
                });
        lifecycle = offered();
    }

    /**
     * Joins the graph and reads the parameters.
     *
     * @param arguments the command line, with {@code --ros-args} in it
     * @param page shows the node while it is configured
     * @param network what is run in a plan's place: itself, but for measurements
     * @throws ConfigurationException in one line: what, got, wanted, the way out
     */
    static Life join(
            List<String> arguments, NodePage page, Report report, Function<Plan, Runnable> network)
            throws ConfigurationException {
        if (EmbeddedTransport.isPresent()) {
            EmbeddedTransport.neverWait();
        }
        Context context = RCLJava.createContext();
        try {
            context.init();
            NodeOptions options = new NodeOptions().setCliArgs(new ArrayList<>(arguments));
            Node node = Rcljava.createNode("jink", context, options);
            return new Life(context, node, arguments, page, report, network);
        } catch (ConfigurationException e) {
            context.shutdown();
            throw e;
        } catch (RuntimeException e) {
            context.shutdown();
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    private static void refuseUnknown(Node node) throws ConfigurationException {
        if (EmbeddedTransport.isPresent()) {
            List<String> unused = EmbeddedTransport.unusedOverrides(node);
            if (!unused.isEmpty()) {
                throw new ConfigurationException(String.join("; ", unused));
            }
        }
    }

    private StampClock clock() throws ConfigurationException {
        if (!parameters.isSimulatedTime()) {
            return new EpochClock(NanoClock.SYSTEM);
        }
        return SimulatedClock.on(
                node,
                NanoClock.SYSTEM,
                text -> report.warn(text), // It is made after the clock that it stamps by.
                () -> {
                    if (session != null) {
                        session.forgetWorld();
                    }
                });
    }

    private Lifecycle offered() {
        try {
            LifecycleServices services =
                    LifecycleServices.on(node, () -> stamps.nanosAt(NanoClock.SYSTEM.nanos()));
            Lifecycle offered = new Lifecycle(this, report, services::tell);
            services.serve(node, offered);
            return offered;
        } catch (NoClassDefFoundError absent) {
            report.warn(
                    "lifecycle: got no lifecycle_msgs in this rcljava, wanted them for"
                            + " ~/change_state; the node starts by itself. Build them into the"
                            + " overlay to manage it");
            return new Lifecycle(this, report, change -> {});
        }
    }

    /** Configures and activates, unless the parameter autostart says to wait. */
    void start() throws ConfigurationException {
        if (parameters.isAutostart()) {
            lifecycle.go(Change.CONFIGURE);
            lifecycle.go(Change.ACTIVATE);
        } else {
            report.line(
                    "unconfigured: waits for ros2 lifecycle set %s configure"
                            .formatted(node.getName()));
        }
    }

    @Override
    public void configure() throws ConfigurationException {
        session = Session.configure(node, parameters, stamps, report, network);
    }

    @Override
    public void activate() {
        session.activate();
        session.showOn(page);
    }

    @Override
    public void deactivate() {
        if (session.deactivate()) {
            report.line("inactive: the guard has braked, no command leaves");
        } else {
            report.error(
                    "inactive: no command leaves; the guard DID NOT COME TO BRAKE in time, so"
                            + " the controller may follow the last command until its own"
                            + " timeout");
        }
    }

    @Override
    public void cleanup() {
        page.hide();
        figures = session.finish();
        session = null;
        report.line("unconfigured: " + figures.line());
    }

    @Override
    public void shutdown() {
        if (lifecycle.state() == Lifecycle.State.ACTIVE) {
            session.deactivate();
        }
        stop();
    }

    /** Serves callbacks until {@link #stop}. */
    void spin() {
        SingleThreadedExecutor executor = new SingleThreadedExecutor();
        executor.addNode(() -> node);
        while (!stopped && context.isValid()) {
            executor.spinOnce(SPIN_NANOS);
        }
    }

    /** Ends {@link #spin}; any thread may call it. */
    void stop() {
        stopped = true;
    }

    /** Writes the distributions behind the figures, as an HdrHistogram log. */
    void writeHistograms(Path file) throws IOException {
        if (session != null) {
            session.writeHistograms(file);
        }
    }

    /** Leaves the graph, and gives the closing figures; null = it never was configured. */
    Figures finish() {
        if (session != null) {
            page.hide();
            figures = session.finish();
        }
        if (report instanceof Rosout rosout) {
            rosout.close();
        }
        context.shutdown();
        return figures;
    }

    @Override
    public void close() {
        finish();
    }
}
