package dev.jink.launch;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.perception.page.PageAddress;
import dev.jink.perception.page.PageException;
import dev.jink.perception.page.PageServer;
import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The demo's live page: the node's own, with the simulator's map beside it. Who flies hands the drone's newest place over
 * and never waits.
 */
final class DemoPage implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final PageServer server;
    private final AtomicReference<Map<String, Object>> drone = new AtomicReference<>();

    private DemoPage(PageServer server) {
        this.server = server;
    }

    /**
     * Takes the port.
     *
     * @param address as the command line has it
     */
    static DemoPage open(String address) {
        try {
            return new DemoPage(PageServer.open(PageAddress.of(address)));
        } catch (PageException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /**
     * Begins to show.
     *
     * @param map what stands still: {@code obstacles} as [x, y, radius] and {@code goal} as [x, y], metres
     * @param node the address of the node's own page; null as long as it has none
     */
    void serve(Map<String, Object> map, Supplier<String> node) throws IOException {
        byte[] still = JSON.writeValueAsBytes(map);
        server.serve(
                Map.of("map", () -> still, "drone", this::place, "now", new PageRelay(node, "now")),
                () -> {});
    }

    private byte[] place() throws IOException {
        Map<String, Object> now = drone.get();
        return now == null ? null : JSON.writeValueAsBytes(now);
    }

    /** The drone as it flies now; any thread. */
    void show(Map<String, Object> now) {
        drone.set(now);
    }

    String address() {
        return server.address();
    }

    @Override
    public void close() {
        server.close();
    }
}
