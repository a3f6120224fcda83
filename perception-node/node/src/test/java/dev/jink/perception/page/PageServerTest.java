package dev.jink.perception.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class PageServerTest {
    private final HttpClient browser = HttpClient.newHttpClient();
    private PageServer server;

    @BeforeEach
    void serve() {
        server = PageServer.open(PageAddress.of("0"));
        Source broken =
                () -> {
                    throw new IOException("the node is gone");
                };
        server.serve(
                Map.of(
                        "now", () -> "{\"number\":1}".getBytes(StandardCharsets.UTF_8),
                        "map", () -> null,
                        "broken", broken),
                () -> {});
    }

    @AfterEach
    void close() {
        server.close();
    }

    private HttpResponse<String> ask(String method, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build();
        return browser.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void shouldServeThePageAndAllItNames() throws Exception {
        HttpResponse<String> page = ask("GET", "");
        assertEquals(200, page.statusCode());
        Matcher named = Pattern.compile("(?:src|href)=\"([\\w.]+)\"").matcher(page.body());
        int files = 0;
        while (named.find()) {
            assertEquals(200, ask("GET", named.group(1)).statusCode(), named.group(1));
            files++;
        }
        assertEquals(2, files);
        assertEquals("{\"number\":1}", ask("GET", "now").body());
    }

    @Test
    void shouldTakeNothingFromOutsideOfThisMachine() throws Exception {
        HttpResponse<String> page = ask("GET", "");
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; script-src 'self';"), policy);
        assertFalse(policy.contains("unsafe"), policy);
        for (String path : new String[] {"", "page.css", "page.js"}) {
            assertFalse(ask("GET", path).body().matches("(?s).*https?://.*"), path);
        }
        assertFalse(page.body().contains("style=\""), "the policy would refuse it");
        assertFalse(Pattern.compile("<script>|\\son\\w+=").matcher(page.body()).find());
    }

    @Test
    void shouldChangeNothingForAnybody() throws Exception {
        for (String method : new String[] {"POST", "PUT", "DELETE"}) {
            HttpResponse<String> answer = ask(method, "now");
            assertEquals(405, answer.statusCode(), method);
            assertEquals("this page is to be read: GET only\n", answer.body());
        }
        HttpResponse<String> head = ask("HEAD", "now");
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
    }

    @Test
    void shouldTellWhatIsNotThereFromWhatIsNotYet() throws Exception {
        assertEquals(204, ask("GET", "map").statusCode());
        assertEquals(404, ask("GET", "../../etc/passwd").statusCode());
        HttpResponse<String> broken = ask("GET", "broken");
        assertEquals(503, broken.statusCode());
        assertEquals("nothing to show just now: the node is gone\n", broken.body());
    }

    @Test
    void shouldNotBeReadByAPageThatBorrowsItsAddress() throws Exception {
        assertEquals(421, statusFor("evil.example"));
        assertEquals(421, statusFor("evil.example:8090"));
        assertEquals(200, statusFor("localhost:8090"));
        assertEquals(200, statusFor("192.168.4.1:8090"));
        assertEquals(200, statusFor("[::1]:8090"));
        assertEquals(200, statusFor("drone.local"));
        assertEquals(200, statusFor("drone"));
    }

    private int statusFor(String host) throws IOException {
        URI at = URI.create(server.address());
        try (Socket socket = new Socket(at.getHost(), at.getPort())) {
            String request = "GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readAllBytes();
            return Integer.parseInt(new String(answer, 9, 3, StandardCharsets.US_ASCII));
        }
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PageAddress address = PageAddress.of(Integer.toString(other.getLocalPort()));
            PageException e =
                    assertThrows(PageException.class, () -> PageServer.open(address).close());
            assertEquals(
                    "--page: "
                            + address
                            + " can't be served (Address already in use): wanted a free port on an"
                            + " address of this machine; give another, or 0 for any free port",
                    e.getMessage());
        }
    }

    @Test
    void shouldSayWhatAnAddressMustBe() {
        String wanted =
                ", wanted PORT, or HOST:PORT with an address of this machine: 8090 serves this"
                        + " machine alone, 0.0.0.0:8090 everybody on its networks";
        assertEquals("--page: got '', whose port is not 0 to 65535" + wanted, refusal(""));
        assertEquals("--page: got 'x', whose port is not 0 to 65535" + wanted, refusal("x"));
        assertEquals(
                "--page: got '127.0.0.1:65536', whose port is not 0 to 65535" + wanted,
                refusal("127.0.0.1:65536"));
        assertEquals("--page: got ':8090', which names no host" + wanted, refusal(":8090"));
        assertEquals(
                "--page: got 'no.such.invalid:1', whose host is not known" + wanted,
                refusal("no.such.invalid:1"));
        assertTrue(PageAddress.of("8090").isLoopback());
        assertFalse(PageAddress.of("0.0.0.0:8090").isLoopback());
    }

    private static String refusal(String address) {
        return assertThrows(PageException.class, () -> PageAddress.of(address)).getMessage();
    }
}
