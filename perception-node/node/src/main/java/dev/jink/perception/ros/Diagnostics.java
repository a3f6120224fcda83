package dev.jink.perception.ros;

import dev.jink.perception.Perception;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.health.Verdict;
import dev.jink.perception.health.Warmth;
import dev.jink.perception.latency.AllocationMeter;
import dev.jink.perception.latency.Percentiles;
import dev.jink.perception.page.Health;

import diagnostic_msgs.msg.DiagnosticArray;
import diagnostic_msgs.msg.DiagnosticStatus;
import diagnostic_msgs.msg.KeyValue;

import org.ros2.rcljava.publisher.Publisher;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Once a second: is the node on, does it get good data, does it keep its promise? Published on
 * {@code /diagnostics}, and in one word and a half on {@code ~/state}.
 */
final class Diagnostics {
    private static final double MS = 1e-6;

    private final Perception perception;
    private final Warmth warmth;
    private final Supplier<Figures> figures;
    private final NanoClock clock;
    private final Supplier<String> controller;
    private final StampClock stamps;
    private final DiagnosticArray array = new DiagnosticArray();
    private final DiagnosticStatus status = new DiagnosticStatus();
    private final List<KeyValue> values = new ArrayList<>();
    private final std_msgs.msg.String state = new std_msgs.msg.String();
    private long lastFrames;
    private long lastMisses;
    private long lastBraked;
    private long lastNanos;
    private volatile Health health = Health.STARTING;

    Diagnostics(
            Perception perception,
            Warmth warmth,
            Supplier<Figures> figures,
            NanoClock clock,
            Supplier<String> controller,
            StampClock stamps,
            String nodeName) {
        this.perception = perception;
        this.warmth = warmth;
        this.figures = figures;
        this.clock = clock;
        this.controller = controller;
        this.stamps = stamps;
        lastNanos = clock.nanos();
        status.setName(nodeName + ": obstacle avoidance").setHardwareId("jink");
    }

    /** Looks and publishes. */
    void publish(Publisher<DiagnosticArray> diagnostics, Publisher<std_msgs.msg.String> states) {
        look();
        Stamps.set(array.getHeader().getStamp(), stamps.nanosAt(clock.nanos()));
        array.setStatus(List.of(status));
        diagnostics.publish(array);
        states.publish(state);
    }

    private void look() {
        Figures now = figures.get();
        long nanos = clock.nanos();
        double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
        double rate = (now.frames() - lastFrames) / seconds;
        AllocationMeter path = perception.allocation();
        warmth.look(path.frames(), path.totalBytes());
        Verdict verdict =
                Verdict.of(
                        perception.signs(
                                rate,
                                now.missedDeadlines() - lastMisses,
                                now.braked() - lastBraked,
                                warmth.isSettled(),
                                hoursUp()));
        status.setLevel(level(verdict.level())).setMessage(verdict.why());
        lastFrames = now.frames();
        lastMisses = now.missedDeadlines();
        lastBraked = now.braked();
        lastNanos = nanos;
        values.clear();
        add("rate_hz", "%.1f", rate);
        add("last_frame_age_ms", "%.1f", perception.frameAgeNanos() * MS);
        add("guard_age_ms", "%.1f", perception.guardAgeNanos() * MS);
        add("frames", "%d", now.frames());
        add("acted", "%d", now.acted());
        add("braked", "%d", now.braked());
        add("superseded", "%d", now.superseded());
        add("refused", "%d", now.refused());
        now.refusedReasons().forEach((reason, n) -> add("refused." + reason, "%d", n));
        add("missed_deadlines", "%d", now.missedDeadlines());
        add("arrival_to_command_p50_ms", "%.2f", now.arrivalToCommandMs().p50());
        add("arrival_to_command_p99_ms", "%.2f", now.arrivalToCommandMs().p99());
        add("arrival_to_command_max_ms", "%.2f", now.arrivalToCommandMs().max());
        Percentiles delay = perception.delayMs();
        add("measured_delay_p50_ms", "%.2f", delay.p50());
        add("measured_delay_p99_ms", "%.2f", delay.p99());
        add("px4_cp_delay_s", "%.2f", cpDelaySeconds(delay));
        add("px4_cp_delay", "%s", delayWords(delay));
        add("allocated_bytes_per_frame", "%.1f", now.allocatedBytesPerFrame());
        add("last_reason", "%s", perception.lastReason());
        add("last_speed", "%.2f", perception.lastSpeed());
        add("controller", "%s", controller.get());
        add("clock", "%s", stamps.words());
        add("kernel_path", "%s", now.kernelPath());
        add("model_sha256", "%s", now.modelSha256());
        status.setValues(values);
        state.setData(verdict.state(perception.lastReason(), perception.lastSpeed()));
        health = new Health(verdict, state.getData(), named(values));
    }

    /** As published last. Any thread. */
    Health health() {
        return health;
    }

    private static Map<String, String> named(List<KeyValue> values) {
        Map<String, String> named = new LinkedHashMap<>();
        values.forEach(each -> named.put(each.getKey(), each.getValue()));
        return named;
    }

    /** Age of the process, where that matters: to our own transport. */
    private static long hoursUp() {
        return EmbeddedTransport.isPresent()
                ? TimeUnit.MILLISECONDS.toHours(ManagementFactory.getRuntimeMXBean().getUptime())
                : 0;
    }

    private static byte level(Verdict.Level level) {
        return switch (level) {
            case OK -> DiagnosticStatus.OK;
            case WARN -> DiagnosticStatus.WARN;
            case ERROR -> DiagnosticStatus.ERROR;
        };
    }

    /** What PX4's Collision Prevention is to be told, in words. */
    private static String delayWords(Percentiles delayMs) {
        return delayMs.count() == 0
                ? "not measured yet"
                : "obstacle distances are %.0f ms old when they leave, 99 of 100 less than %.0f ms: set PX4's CP_DELAY to %.2f s and the tracking delay of its position controller"
                        .formatted(
                                delayMs.p50(), Math.ceil(delayMs.p99()), cpDelaySeconds(delayMs));
    }

    /** The measured part of CP_DELAY: what 99 of 100 keep, in whole hundredths, upwards. */
    private static double cpDelaySeconds(Percentiles delayMs) {
        return Math.ceil(delayMs.p99() / 10) / 100;
    }

    private void add(String key, String format, Object value) {
        values.add(new KeyValue().setKey(key).setValue(String.format(Locale.ROOT, format, value)));
    }
}
