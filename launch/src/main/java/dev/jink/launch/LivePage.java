package dev.jink.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.jink.sim.command.UsageException;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The demo's page in the browser: map, camera and figures of the flight, on loopback and read-only. Whoever flies hands
 * the newest state and picture over and never waits; browsers take them at their own pace.
 */
final class LivePage implements AutoCloseable {
    private static final long EVENT_MILLIS = 100;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final AtomicReference<Map<String, Object>> state = new AtomicReference<>(Map.of());
    private final AtomicReference<Grey> picture =
            new AtomicReference<>(new Grey(new byte[1], 1, 1));
    private volatile boolean open = true;

    private record Grey(byte[] pixels, int width, int height) {}

    private LivePage(HttpServer server) {
        this.server = server;
    }

    /**
     * @param port 0 takes any free one
     * @param scene what stands still: {@code obstacles} as [x, y, radius] and {@code goal} as [x, y], metres
     */
    static LivePage start(int port, Map<String, Object> scene) throws IOException {
        HttpServer server;
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (BindException e) {
            throw new UsageException(
                    "port "
                            + port
                            + " is taken: wanted a free one for the live page; give another with"
                            + " --port, or --headless for none");
        }
        LivePage page = new LivePage(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/", x -> page.send(x, "text/html; charset=utf-8", resource("live.html")));
        server.createContext(
                "/scene", x -> page.send(x, "application/json", JSON.writeValueAsBytes(scene)));
        server.createContext("/camera", x -> page.send(x, "image/png", png(page.picture.get())));
        server.createContext("/events", page::stream);
        server.start();
        return page;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** The flight as it stands; any thread. */
    void show(Map<String, Object> now) {
        state.set(now);
    }

    /** A grey picture, copied; any thread. */
    void show(byte[] grey, int width, int height) {
        picture.set(new Grey(grey.clone(), width, height));
    }

    private void stream(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (exchange;
                var body = exchange.getResponseBody()) {
            while (open) {
                Map<String, Object> now = state.get();
                if (!now.isEmpty()) {
                    body.write(
                            ("data: " + JSON.writeValueAsString(now) + "\n\n")
                                    .getBytes(StandardCharsets.UTF_8));
                    body.flush();
                }
                Thread.sleep(EVENT_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(HttpExchange exchange, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange;
                var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = LivePage.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] png(Grey grey) {
        try (BytePointer pixels = new BytePointer(grey.pixels());
                Mat mat = new Mat(grey.height(), grey.width(), opencv_core.CV_8UC1, pixels);
                BytePointer encoded = new BytePointer()) {
            opencv_imgcodecs.imencode(".png", mat, encoded);
            byte[] png = new byte[Math.toIntExact(encoded.limit())];
            encoded.get(png);
            return png;
        }
    }

    @Override
    public void close() {
        open = false;
        server.stop(1);
    }
}
