package dev.jink.perception.ros;

import dev.jink.calibration.OpenCv;
import dev.jink.kernels.plan.Plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The node as a program: {@code PerceptionNode [--page [HOST:]PORT] [--json FILE] [--hlog FILE]
 * [--start-only] [--ros-args …]}. With {@code --start-only} it ends as soon as it is active.
 *
 * <p>Ends on SIGINT or SIGTERM: the frame under way is finished, the closing figures are written,
 * exit status 0. What can't be started is said in one line, exit status 2.
 */
public final class PerceptionNode {
    private static final String USAGE =
            "usage: node [--page [HOST:]PORT] [--json FILE] [--hlog FILE] [--start-only]"
                    + " [--ros-args -p NAME:=VALUE --params-file FILE -r FROM:=TO]";
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;
    // JavaCPP takes four times the heap for the most a process may occupy, and throws beyond it.
    // Frames,
    // DDS and compiled code lie outside of the heap here, so that measure would fail a healthy
    // node.
    private static final String NATIVE_LIMIT = "org.bytedeco.javacpp.maxPhysicalBytes";
    // Of OpenCV there is also a build for graphics cards, and unless another kind is named JavaCPP
    // looks all over the class
    // path for thirty libraries of those first.
    private static final String NATIVE_KIND = "org.bytedeco.javacpp.platform.extension";
    private static final long CLOSING_SECONDS = 10;

    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Life life;
    private volatile boolean ending;
    private boolean startOnly;
    private volatile int status = FAILED;

    private final Function<Plan, Runnable> network;

    private PerceptionNode(Function<Plan, Runnable> network) {
        this.network = network;
    }

    public static void main(String[] arguments) {
        start(arguments, plan -> plan::run);
    }

    /**
     * Runs the program with another network in the engine's place, for measurements: {@link #main}
     * flies the plan itself, and nothing that a user sets can change that.
     *
     * @param network makes one pass of what is run in a plan's place
     */
    public static void start(String[] arguments, Function<Plan, Runnable> network) {
        setUnlessSet(NATIVE_LIMIT, "0");
        setUnlessSet(NATIVE_KIND, "-cpu");
        PerceptionNode program = new PerceptionNode(network);
        // A signal starts the JVM's shutdown: the hook lets the node end in good order, and gives
        // the
        // exit status of that order instead of the signal's.
        Thread hook = new Thread(program::end, "jink-end");
        Runtime.getRuntime().addShutdownHook(hook);
        Thread.ofPlatform().daemon().name("jink-natives").start(PerceptionNode::loadNatives);
        int status = program.run(arguments);
        if (!program.ending) {
            System.exit(status);
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    /** Half a second of linking, beside the start's other work instead of in the middle of it. */
    private static void loadNatives() {
        try {
            OpenCv.start();
        } catch (LinkageError e) {
            // The session meets it too, and says so in its own words.
            return;
        }
    }

    private int run(String[] arguments) {
        try {
            Path json = null;
            Path hlog = null;
            String page = null;
            List<String> rest = new ArrayList<>();
            for (int i = 0; i < arguments.length; i++) {
                switch (arguments[i]) {
                    case "--help", "-h" -> {
                        System.out.println(USAGE);
                        status = 0;
                        return status;
                    }
                    case "--json" -> json = file(arguments, ++i);
                    case "--page" -> page = value(arguments, ++i, "[HOST:]PORT");
                    case "--start-only" -> startOnly = true;
                    case "--hlog" -> hlog = file(arguments, ++i);
                    case "--ros-args" -> {
                        rest.addAll(List.of(arguments).subList(i, arguments.length));
                        i = arguments.length;
                    }
                    default -> throw unknown(arguments[i]);
                }
            }
            serve(rest, page, json, hlog);
            status = 0;
        } catch (ConfigurationException e) {
            System.err.println("jink: " + e.getMessage());
            status = BAD_USAGE;
        } finally {
            closed.countDown();
        }
        return status;
    }

    private void serve(List<String> rosArguments, String address, Path json, Path hlog)
            throws ConfigurationException {
        Report report = line -> System.out.println("jink: " + line);
        // The page's port before all else: that it is taken is said before anything is warmed up.
        try (NodePage page = NodePage.open(address, report);
                Life live = Life.join(rosArguments, page, report, network)) {
            life = live;
            live.start();
            if (!ending && !startOnly) {
                live.spin();
            }
            Figures figures = live.finish();
            if (figures == null) {
                return;
            }
            System.out.println("jink: " + figures.line());
            if (json != null) {
                figures.write(json);
            }
            if (hlog != null) {
                live.writeHistograms(hlog);
            }
        } catch (IOException e) {
            throw new ConfigurationException(
                    "closing figures: can't be written (" + e + "): choose another place", e);
        }
    }

    private void end() {
        ending = true;
        Life live = life;
        if (live != null) {
            live.stop();
        }
        try {
            if (!closed.await(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("jink: did not end within " + CLOSING_SECONDS + " s");
                Runtime.getRuntime().halt(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.out.flush();
        Runtime.getRuntime().halt(status);
    }

    private static String value(String[] arguments, int at, String wanted)
            throws ConfigurationException {
        if (at >= arguments.length || arguments[at].startsWith("--")) {
            throw new ConfigurationException(
                    arguments[at - 1] + ": wanted " + wanted + " after it; " + USAGE);
        }
        return arguments[at];
    }

    private static Path file(String[] arguments, int at) throws ConfigurationException {
        Path file = Path.of(value(arguments, at, "a file")).toAbsolutePath();
        if (!Files.isDirectory(file.getParent())) {
            throw new ConfigurationException(
                    arguments[at - 1]
                            + ": got "
                            + file
                            + ", wanted a file in a folder that exists: create it");
        }
        return file;
    }

    private static ConfigurationException unknown(String argument) {
        return new ConfigurationException("argument '" + argument + "' is not known; " + USAGE);
    }
}
