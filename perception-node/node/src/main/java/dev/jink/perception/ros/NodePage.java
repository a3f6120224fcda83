package dev.jink.perception.ros;

import dev.jink.perception.Perception;
import dev.jink.perception.RealTime;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.page.Health;
import dev.jink.perception.page.LiveView;
import dev.jink.perception.page.PageAddress;
import dev.jink.perception.page.PageException;
import dev.jink.perception.page.PageServer;
import dev.jink.perception.page.Source;

import java.util.Map;
import java.util.function.Supplier;

/**
 * The node's live page; without an address there is none. It outlives the node's sessions: between
 * two of them it says that there is nothing to show. Of the thread that the node lives on.
 */
final class NodePage implements AutoCloseable {
    /** Before the address, in the line that tells it. */
    private static final String LINE = "live page: ";

    private final PageServer server;
    private final Report report;
    private final boolean exposed;
    private volatile Source now = NodePage::unconfigured;
    private boolean serving;

    private NodePage(PageServer server, Report report, boolean exposed) {
        this.server = server;
        this.report = report;
        this.exposed = exposed;
    }

    /**
     * Takes the port.
     *
     * @param address as the command line has it; null or nothing = no page
     * @throws ConfigurationException in one line when it can't be had
     */
    static NodePage open(String address, Report report) throws ConfigurationException {
        if (address == null || address.isEmpty()) {
            return new NodePage(null, report, false);
        }
        try {
            PageAddress at = PageAddress.of(address);
            return new NodePage(PageServer.open(at), report, !at.isLoopback());
        } catch (PageException e) {
            throw new ConfigurationException(e.getMessage(), e);
        }
    }

    /**
     * Shows this from now on, on threads that stand behind all the deadline waits for.
     *
     * @param realtime whether threads of this process are raised at all
     */
    void show(Perception perception, Supplier<Health> health, boolean realtime) {
        if (server == null) {
            return;
        }
        now = new LiveView(perception, health, NanoClock.SYSTEM);
        if (serving) {
            return;
        }
        serving = true;
        // A new thread inherits its maker's priority, and this one's is that of arriving frames.
        // Lower than the process's company would be worse: set aside by a busy machine while it
        // holds a lock of the C library, it would hold up the path.
        server.serve(
                Map.of("now", () -> now.json(), "map", () -> null),
                realtime ? RealTime::joinCompany : () -> {});
        report.line(
                LINE
                        + server.address()
                        + (exposed ? " and whoever is on the network sees what it shows" : ""));
    }

    /** Shows nothing until the next {@link #show}: to be called before a perception is closed. */
    void hide() {
        now = NodePage::unconfigured;
    }

    private static byte[] unconfigured() {
        throw new IllegalStateException("the node is not configured");
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
        }
    }
}
