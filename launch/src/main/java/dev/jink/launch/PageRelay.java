package dev.jink.launch;

import dev.jink.perception.page.Source;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.Supplier;

/** What another process' live page shows, asked of it each time: the node's, in the demo's own page. */
final class PageRelay implements Source {
    private static final int PATIENCE_MS = 1500;

    private final Supplier<String> address;
    private final String name;

    /**
     * @param address of the other page, or null as long as there is none
     * @param name of the thing there
     */
    PageRelay(Supplier<String> address, String name) {
        this.address = address;
        this.name = name;
    }

    @Override
    public byte[] json() throws IOException {
        String at = address.get();
        if (at == null) {
            return null;
        }
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(at + name).toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
