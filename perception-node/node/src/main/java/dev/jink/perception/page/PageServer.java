package dev.jink.perception.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the live page: three files that come with the node, and what the page asks for again and
 * again. Answers GET alone and changes nothing.
 *
 * <p>The port is taken when this is opened, so that a wrong one is told at once; threads there are
 * from {@link #serve} on, few and bounded. A browser that is slow, or one that asks more often than
 * pictures come, takes nothing from anybody but the page's other readers.
 */
public final class PageServer implements AutoCloseable {
    private static final int THREADS = 3;
    private static final int NO_BODY = -1;
    private static final Map<String, String> FILES =
            Map.of("/", "page.html", "/page.css", "page.css", "/page.js", "page.js");
    private static final Map<String, String> TYPES =
            Map.of("html", "text/html", "css", "text/css", "js", "text/javascript");

    static {
        // Of the JDK's server, which knows them as properties only: connections in all, and the
        // seconds a request and its answer may take.
        setUnlessSet("jdk.httpserver.maxConnections", "24");
        setUnlessSet("sun.net.httpserver.maxReqTime", "10");
        setUnlessSet("sun.net.httpserver.maxRspTime", "10");
    }

    private final HttpServer server;
    private final ExecutorService readers =
            Executors.newFixedThreadPool(
                    THREADS, Thread.ofPlatform().daemon().name("jink-page-", 0).factory());
    private Map<String, Source> sources = Map.of();

    private PageServer(HttpServer server) {
        this.server = server;
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /**
     * Takes the port; who connects waits until {@link #serve}.
     *
     * @throws PageException in one line when it can't be had
     */
    public static PageServer open(PageAddress address) {
        try {
            return new PageServer(HttpServer.create(address.socket(), 0));
        } catch (IOException e) {
            throw new PageException(
                    "--page: "
                            + address
                            + " can't be served ("
                            + e.getMessage()
                            + "): wanted a free port on an address of this machine; give another,"
                            + " or 0 for any free port",
                    e);
        }
    }

    /**
     * Begins to answer.
     *
     * @param named what there is at {@code /NAME}
     * @param entry runs first on the thread that all the page's threads come from
     */
    public void serve(Map<String, Source> named, Runnable entry) {
        sources = Map.copyOf(named);
        server.setExecutor(readers);
        server.createContext("/", this::answer);
        Thread.ofPlatform()
                .daemon()
                .name("jink-page")
                .start(
                        () -> {
                            entry.run();
                            server.start();
                        });
    }

    /** For a browser. */
    public String address() {
        InetSocketAddress at = server.getAddress();
        boolean any = at.getAddress().isAnyLocalAddress();
        InetAddress host = any ? InetAddress.getLoopbackAddress() : at.getAddress();
        return "http://" + new PageAddress(new InetSocketAddress(host, at.getPort())) + "/";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            PageHeaders.set(exchange.getResponseHeaders());
            String path = exchange.getRequestURI().getPath();
            boolean get = exchange.getRequestMethod().equals("GET");
            if (!get && !exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                refuse(exchange, 405, "this page is to be read: GET only");
            } else if (!PageHeaders.isOwn(exchange.getRequestHeaders().getFirst("Host"))) {
                refuse(exchange, 421, "name this machine by its address, or as NAME.local");
            } else if (FILES.containsKey(path)) {
                String file = FILES.get(path);
                String type = TYPES.get(file.substring(file.indexOf('.') + 1));
                send(exchange, type + "; charset=utf-8", Resource.of(file), get);
            } else if (path.length() > 1 && sources.containsKey(path.substring(1))) {
                tell(exchange, sources.get(path.substring(1)), get);
            } else {
                refuse(exchange, 404, "there is no such thing here; the page is at /");
            }
        }
    }

    private static void tell(HttpExchange exchange, Source source, boolean get) throws IOException {
        byte[] json;
        try {
            json = source.json();
        } catch (IOException | RuntimeException e) {
            refuse(exchange, 503, "nothing to show just now: " + e.getMessage());
            return;
        }
        if (json == null) {
            exchange.sendResponseHeaders(204, NO_BODY);
        } else {
            send(exchange, "application/json", json, get);
        }
    }

    private static void refuse(HttpExchange exchange, int status, String line) throws IOException {
        byte[] text = (line + "\n").getBytes(StandardCharsets.UTF_8);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "text/plain; charset=utf-8");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? NO_BODY : text.length);
        if (!head) {
            exchange.getResponseBody().write(text);
        }
    }

    private static void send(HttpExchange exchange, String type, byte[] body, boolean get)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, get ? body.length : NO_BODY);
        if (get) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        readers.shutdownNow();
    }

    /** The page's files: read once, kept. */
    private static final class Resource {
        private static final Map<String, byte[]> ALL =
                Map.of(
                        "page.html", read("page.html"),
                        "page.css", read("page.css"),
                        "page.js", read("page.js"));

        static byte[] of(String name) {
            return ALL.get(name);
        }

        private static byte[] read(String name) {
            try (InputStream in = PageServer.class.getResourceAsStream(name)) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
