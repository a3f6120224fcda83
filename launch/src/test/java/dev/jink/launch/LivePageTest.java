package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import javax.imageio.ImageIO;

final class LivePageTest {
    private static final Map<String, Object> SCENE =
            Map.of("obstacles", List.of(new double[] {1, 2, 0.3}), "goal", new double[] {40, 0});

    private final HttpClient browser = HttpClient.newHttpClient();

    private HttpRequest request(LivePage page, String path) {
        return HttpRequest.newBuilder(URI.create(page.address() + path)).build();
    }

    @Test
    void shouldServePageSceneAndPicture() throws Exception {
        try (LivePage page = LivePage.start(0, SCENE)) {
            page.show(new byte[] {0, (byte) 255, 7, 9, 11, 13}, 3, 2);
            String html =
                    browser.send(request(page, ""), HttpResponse.BodyHandlers.ofString()).body();
            assertTrue(html.contains("new EventSource('events')"), html);
            String scene =
                    browser.send(request(page, "scene"), HttpResponse.BodyHandlers.ofString())
                            .body();
            assertTrue(scene.contains("\"obstacles\":[[1.0,2.0,0.3]]"), scene);
            byte[] png =
                    browser.send(request(page, "camera?1"), HttpResponse.BodyHandlers.ofByteArray())
                            .body();
            var picture = ImageIO.read(new ByteArrayInputStream(png));
            assertEquals(3, picture.getWidth());
            assertEquals(255, picture.getRaster().getSample(1, 0, 0));
            assertEquals(13, picture.getRaster().getSample(2, 1, 0));
        }
    }

    @Test
    void shouldStreamTheNewestState() throws Exception {
        try (LivePage page = LivePage.start(0, SCENE)) {
            page.show(Map.of("t", 1.5));
            var stream =
                    browser.send(request(page, "events"), HttpResponse.BodyHandlers.ofInputStream())
                            .body();
            try (var lines =
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                assertEquals("data: {\"t\":1.5}", lines.readLine());
                page.show(Map.of("t", 2.5));
                String line = lines.readLine();
                while (!"data: {\"t\":2.5}".equals(line)) {
                    assertTrue(
                            line != null && (line.isEmpty() || line.equals("data: {\"t\":1.5}")),
                            line);
                    line = lines.readLine();
                }
            }
        }
    }

    @Test
    void shouldSayThatThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = other.getLocalPort();
            UsageException e =
                    assertThrows(UsageException.class, () -> LivePage.start(port, SCENE).close());
            assertEquals(
                    "port "
                            + port
                            + " is taken: wanted a free one for the live page; give another with"
                            + " --port, or --headless for none",
                    e.getMessage());
        }
    }
}
