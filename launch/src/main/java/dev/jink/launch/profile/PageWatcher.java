package dev.jink.launch.profile;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Somebody who has the node's live page open: asks for the newest moment as often as a browser does, over a connection that
 * stays, and throws it away. What a browser does with it besides is no affair of the node's.
 */
final class PageWatcher implements AutoCloseable {
    private static final long PERIOD_MS = 100;
    private static final int PATIENCE_MS = 2000;

    private final Supplier<String> address;
    private final AtomicLong looks = new AtomicLong();
    private volatile IOException failure;
    private volatile boolean stopped;
    private Thread thread;

    /** @param address of the page, or null as long as the node has not told it */
    PageWatcher(Supplier<String> address) {
        this.address = address;
    }

    /**
     * Begins to watch.
     *
     * @throws IOException when the node has not told its address within so many seconds
     */
    void start(long seconds) throws IOException, InterruptedException {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        while (address.get() == null) {
            if (System.nanoTime() > until) {
                throw new IOException("the node has no live page after " + seconds + " s");
            }
            Thread.sleep(PERIOD_MS);
        }
        URI now = URI.create(address.get() + "now");
        look(now);
        thread = Thread.ofPlatform().daemon().name("page-watcher").start(() -> watch(now));
    }

    /**
     * Ends watching.
     *
     * @return how often it looked
     * @throws IOException when the page did not answer meanwhile: the run says nothing then
     */
    long stop() throws IOException, InterruptedException {
        stopped = true;
        thread.join(2L * PATIENCE_MS);
        if (failure != null) {
            throw new IOException("the live page did not answer: " + failure.getMessage(), failure);
        }
        return looks.get();
    }

    private void watch(URI now) {
        try {
            while (!stopped) {
                Thread.sleep(PERIOD_MS);
                look(now);
            }
        } catch (IOException e) {
            failure = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(URI now) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) now.toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        try (InputStream in = connection.getInputStream()) {
            in.readAllBytes();
        }
        looks.incrementAndGet();
    }

    @Override
    public void close() {
        stopped = true;
    }
}
