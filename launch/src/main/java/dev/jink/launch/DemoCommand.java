package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.DemoFlight;
import dev.jink.launch.ros.DemoFlight.Moment;
import dev.jink.launch.ros.DemoFlight.Result;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.command.JsonFile;
import dev.jink.sim.command.UsageException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** {@code jink demo}: the main job. A simulated drone flies a forest; the real node, in its own process, steers it. */
@Command(
        name = "jink demo",
        mixinStandardHelpOptions = true,
        description = {
            "Flies a simulated drone 40 m through a forest. Camera pictures go to the real node"
                    + " over",
            "real DDS, and its commands come back. Simulator and node are two processes."
        })
final class DemoCommand implements Callable<Integer> {
    private static final long START_SECONDS = 60;

    /** Who steers. */
    enum Pilot {
        jink,
        straight
    }

    @Option(names = "--headless", description = "no page in the browser")
    private boolean headless;

    @Option(
            names = "--page",
            paramLabel = "[HOST:]PORT",
            defaultValue = "8090",
            description =
                    "of the live page; without HOST for this machine alone (default:"
                            + " ${DEFAULT-VALUE}; 0 = any port)")
    private String page;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            defaultValue = "60",
            description = "longest flight (default: ${DEFAULT-VALUE})")
    private double seconds;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "7",
            description = "of the forest (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "M/S",
            defaultValue = "3",
            description = "wanted speed (default: ${DEFAULT-VALUE})")
    private double speed;

    @Option(
            names = "--pilot",
            paramLabel = "PILOT",
            defaultValue = "jink",
            description =
                    "jink, or straight: nobody bends the way, to see what is in it (default:"
                            + " ${DEFAULT-VALUE})")
    private Pilot pilot;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            defaultValue = "reports/demo.html",
            description = "HTML report at the end (default: ${DEFAULT-VALUE})")
    private Path report;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new DemoCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!(seconds >= 1 && seconds <= 600)) {
            throw new UsageException("--seconds: got " + seconds + ", wanted 1 to 600");
        }
        if (!(speed >= 0.2 && speed <= 10)) {
            throw new UsageException("--speed: got " + speed + ", wanted 0.2 to 10 m/s");
        }
        JsonFile.require(json);
        Result result;
        ObjectNode figures;
        // The page's port before the forest and the node, which take their time.
        try (DemoPage live = headless ? null : DemoPage.open(page);
                DemoFlight flight = new DemoFlight(seed, seconds, speed, pilot == Pilot.straight);
                NodeProcess node = start(line -> System.out.println("node | " + line))) {
            if (live != null) {
                live.serve(
                        Map.of("obstacles", flight.obstacles(), "goal", flight.goal()), node::page);
            }
            System.out.printf(
                    Locale.ROOT,
                    "forest %d, %.0f m to the goal, %.1f m/s wanted, pilot %s%s%n",
                    seed,
                    flight.goal()[0],
                    speed,
                    pilot,
                    live == null ? "" : "; live page: " + live.address());
            node.awaitActive(START_SECONDS);
            result = flight.fly(new Progress(live));
            figures = (ObjectNode) node.stop();
            describe(result, figures);
            FlightReport.write(
                    report,
                    "Jink demo, forest " + seed + ", pilot " + pilot,
                    flight.obstacles(),
                    flight.goal(),
                    result.track(),
                    figures);
        }
        JsonFile.write(json, figures);
        return judge(result, figures);
    }

    private NodeProcess start(Consumer<String> lines) throws IOException {
        return headless
                ? NodeProcess.start(List.of(), lines)
                : NodeProcess.startWithPage(List.of(), lines);
    }

    private void describe(Result result, ObjectNode figures) {
        figures.put("pilot", pilot.name());
        figures.put("seed", seed);
        figures.put("framesSent", result.framesSent());
        figures.put("collisions", result.collisions());
        figures.put("progressM", result.progressM());
        figures.put("reachedGoal", result.reachedGoal());
        figures.put("closestM", result.closestM());
        figures.put("flightSeconds", result.seconds());
        figures.put("simulatorLateFrames", result.lateFrames());
    }

    private Integer judge(Result result, ObjectNode figures) {
        Outcomes outcomes = Outcomes.of(figures);
        System.out.printf(
                Locale.ROOT,
                "%s after %.1f s: %.1f m nearer, closest %.2f m, %d collisions%n",
                result.reachedGoal()
                        ? "goal reached"
                        : result.collisions() > 0 ? "collision" : "time up",
                result.seconds(),
                result.progressM(),
                result.closestM(),
                result.collisions());
        JsonNode latency = figures.path("arrivalToCommandMs");
        System.out.printf(
                Locale.ROOT,
                "%s; arrival to command p50 %.2f, p99 %.2f, max %.2f ms; %s heap bytes a frame;"
                        + " kernels %s%n",
                outcomes,
                latency.path("p50").asDouble(),
                latency.path("p99").asDouble(),
                latency.path("max").asDouble(),
                figures.path("allocatedBytesPerFrame"),
                figures.path("kernelPath").asText());
        System.out.println("report: " + report);
        return outcomes.kept() && result.collisions() == 0 ? 0 : 1;
    }

    /** One line a second in the terminal, and the page. */
    private static final class Progress implements Consumer<Moment> {
        private final DemoPage page;
        private double nextSeconds;

        Progress(DemoPage page) {
            this.page = page;
        }

        @Override
        public void accept(Moment now) {
            if (page != null) {
                page.show(now.figures());
            }
            if (now.seconds() >= nextSeconds) {
                nextSeconds = now.seconds() + 1;
                System.out.printf(
                        Locale.ROOT,
                        "%5.1f s  %5.1f m nearer  %4.1f m/s  command %4.1f m/s %+5.2f rad/s "
                                + " closest %.2f m%n",
                        now.seconds(),
                        now.progressM(),
                        now.speed(),
                        now.commandX(),
                        now.commandYaw(),
                        now.closestM());
            }
        }
    }
}
