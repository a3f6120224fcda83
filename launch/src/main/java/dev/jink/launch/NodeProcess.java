package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The perception node in a process of its own, as on the drone: the commands that drive it meet it over DDS only. Its
 * figures come back in the JSON file that it writes when it is told to stop.
 *
 * <p>Not thread-safe, but for the thread that reads the node's output.
 */
public final class NodeProcess implements AutoCloseable {
    private static final String ACTIVE = "jink: active";
    private static final String PAGE = "jink: live page: ";
    private static final int LINES_KEPT = 20;

    private final Process process;
    private final Path figures;
    private final CountDownLatch started = new CountDownLatch(1);
    private volatile boolean active;
    private volatile String page;
    private final Deque<String> lastLines = new ArrayDeque<>();
    private final Thread reader;

    private NodeProcess(Process process, Path figures, Consumer<String> lines) {
        this.process = process;
        this.figures = figures;
        this.reader = Thread.ofPlatform().name("node-output").daemon().start(() -> read(lines));
    }

    /**
     * Starts the node on its own class path with this process's environment, and so in its ROS domain.
     *
     * @param rosArguments what follows {@code --ros-args}
     * @param lines takes each line the node prints, on a thread of its own
     */
    public static NodeProcess start(List<String> rosArguments, Consumer<String> lines)
            throws IOException {
        return start(NodeCommand.of(home()), rosArguments, lines);
    }

    /** The node with a live page on any free port of loopback: {@link #page} tells where. */
    public static NodeProcess startWithPage(List<String> rosArguments, Consumer<String> lines)
            throws IOException {
        List<String> program = new ArrayList<>(NodeCommand.of(home()));
        program.addAll(List.of("--page", "0"));
        return start(program, rosArguments, lines);
    }

    /** The node with its network's float twin on ONNX Runtime in the engine's place, for measurements. */
    public static NodeProcess startTwin(List<String> rosArguments, Consumer<String> lines)
            throws IOException {
        return start(NodeCommand.ofTwin(home()), rosArguments, lines);
    }

    private static NodeProcess start(
            List<String> program, List<String> rosArguments, Consumer<String> lines)
            throws IOException {
        Path figures = Files.createTempFile("jink-node", ".json");
        Process process =
                new ProcessBuilder(command(program, figures, rosArguments))
                        .redirectErrorStream(true)
                        .start();
        return new NodeProcess(process, figures, lines);
    }

    /** The command line of a node that writes its figures there. */
    static List<String> command(Path figures, List<String> rosArguments) throws IOException {
        return command(NodeCommand.of(home()), figures, rosArguments);
    }

    private static List<String> command(
            List<String> program, Path figures, List<String> rosArguments) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("--json", figures.toString()));
        command.addAll(List.of("--hlog", histograms(figures).toString()));
        command.add("--ros-args");
        command.addAll(rosArguments);
        return command;
    }

    private static Path home() {
        return Path.of(System.getProperty("jink.home", "."));
    }

    private static Path histograms(Path figures) {
        return figures.resolveSibling(figures.getFileName() + ".hlog");
    }

    /** The HdrHistogram log that the node wrote when it was stopped; gone when this is closed. */
    public Path histograms() {
        return histograms(figures);
    }

    private void read(Consumer<String> lines) {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (lastLines) {
                    lastLines.addLast(line);
                    if (lastLines.size() > LINES_KEPT) {
                        lastLines.removeFirst();
                    }
                }
                if (line.startsWith(PAGE)) {
                    page = line.substring(PAGE.length());
                }
                if (line.startsWith(ACTIVE)) {
                    active = true;
                    started.countDown();
                }
                lines.accept(line);
            }
        } catch (IOException e) {
            lines.accept("node output ended: " + e.getMessage());
        } finally {
            started.countDown();
        }
    }

    /**
     * Waits until the node says that it is active.
     *
     * @throws IOException when it ended first or took longer; the message holds what it said last
     */
    public void awaitActive(long seconds) throws IOException, InterruptedException {
        boolean said = started.await(seconds, TimeUnit.SECONDS);
        if (!active) {
            throw new IOException(
                    "the node "
                            + (said
                                    ? "ended before it was active"
                                    : "was not active after " + seconds + " s")
                            + "; it said: "
                            + said());
        }
    }

    private String said() {
        synchronized (lastLines) {
            return String.join(" | ", lastLines);
        }
    }

    /** Where its live page is; null before it has said so, which is when it is active. */
    public String page() {
        return page;
    }

    /** For signals, and for what the kernel knows of it. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Asks the node to stop (SIGTERM), waits for it, and returns the figures it wrote. */
    public JsonNode stop() throws IOException, InterruptedException {
        // Through the handle: Process.destroy would close the pipe that the node's last words come
        // through.
        process.toHandle().destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(
                    "the node did not stop within 20 s of SIGTERM; it said: " + said());
        }
        reader.join(2000);
        JsonNode json = new ObjectMapper().readTree(figures.toFile());
        if (json == null || !json.isObject() || json.isEmpty()) {
            throw new IOException(
                    "the node wrote no figures (status "
                            + process.exitValue()
                            + "); it said: "
                            + said());
        }
        return json;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(figures);
        Files.deleteIfExists(histograms());
    }
}
