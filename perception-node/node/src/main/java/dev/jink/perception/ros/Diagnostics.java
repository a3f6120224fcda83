package dev.jink.perception.ros;

import dev.jink.perception.Perception;
import dev.jink.perception.health.Distrust;

import diagnostic_msgs.msg.DiagnosticArray;
import diagnostic_msgs.msg.DiagnosticStatus;
import diagnostic_msgs.msg.KeyValue;

import org.ros2.rcljava.publisher.Publisher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Once a second: is the node on, does it get good data, does it keep its promise? Published on
 * {@code /diagnostics}, and in one word and a half on {@code ~/state}.
 */
final class Diagnostics {
    private static final double LEAST_RATE_HZ = 10;
    private static final double MS = 1e-6;

    private final Perception perception;
    private final Supplier<Figures> figures;
    private final ScanPublisher lastCommand;
    private final Supplier<String> controller;
    private final LongSupplier epochNanos;
    private final DiagnosticArray array = new DiagnosticArray();
    private final DiagnosticStatus status = new DiagnosticStatus();
    private final List<KeyValue> values = new ArrayList<>();
    private final std_msgs.msg.String state = new std_msgs.msg.String();
    private long lastFrames;
    private long lastMisses;
    private long lastNanos;

    Diagnostics(
            Perception perception,
            Supplier<Figures> figures,
            ScanPublisher lastCommand,
            Supplier<String> controller,
            LongSupplier epochNanos,
            String nodeName) {
        this.perception = perception;
        this.figures = figures;
        this.lastCommand = lastCommand;
        this.controller = controller;
        this.epochNanos = epochNanos;
        lastNanos = epochNanos.getAsLong();
        status.setName(nodeName + ": obstacle avoidance").setHardwareId("jink");
    }

    /** Looks and publishes. */
    void publish(Publisher<DiagnosticArray> diagnostics, Publisher<std_msgs.msg.String> states) {
        look();
        Stamps.set(array.getHeader().getStamp(), lastNanos);
        array.setStatus(List.of(status));
        diagnostics.publish(array);
        states.publish(state);
    }

    private void look() {
        Figures now = figures.get();
        long nanos = epochNanos.getAsLong();
        double seconds = Math.max(1e-3, (nanos - lastNanos) / 1e9);
        double rate = (now.frames() - lastFrames) / seconds;
        Distrust distrust = perception.distrust();
        long misses = now.missedDeadlines() - lastMisses;
        lastFrames = now.frames();
        lastMisses = now.missedDeadlines();
        lastNanos = nanos;
        judge(now, rate, misses, distrust);
        values.clear();
        add("rate_hz", "%.1f", rate);
        add("last_frame_age_ms", "%.1f", perception.frameAgeNanos() * MS);
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
        add("allocated_bytes_per_frame", "%.1f", now.allocatedBytesPerFrame());
        add("last_reason", "%s", lastCommand.lastReason());
        add("last_speed", "%.2f", lastCommand.lastSpeed());
        add("controller", "%s", controller.get());
        add("kernel_path", "%s", now.kernelPath());
        add("model_sha256", "%s", now.modelSha256());
        status.setValues(values);
        state.setData(
                "%s %s %.2f m/s"
                        .formatted(
                                perception.silence().isSilent() ? "SILENT" : "ACTIVE",
                                lastCommand.lastReason(),
                                lastCommand.lastSpeed()));
    }

    private void judge(Figures now, double rate, long misses, Distrust distrust) {
        if (misses > 0) {
            say(DiagnosticStatus.ERROR, misses + " missed deadlines in the last second");
        } else if (now.frames() == 0) {
            say(DiagnosticStatus.WARN, "no image has come yet");
        } else if (perception.silence().isSilent()) {
            say(DiagnosticStatus.ERROR, "no images: braking");
        } else if (perception.door().isRefusing()) {
            say(DiagnosticStatus.ERROR, "images refused: " + perception.door().lastRefusal().key());
        } else if (distrust != Distrust.NONE) {
            say(DiagnosticStatus.ERROR, distrust.words());
        } else if (rate < LEAST_RATE_HZ) {
            say(
                    DiagnosticStatus.WARN,
                    "images come at %.1f Hz, wanted at least %.0f Hz"
                            .formatted(rate, LEAST_RATE_HZ));
        } else {
            say(DiagnosticStatus.OK, "%.1f Hz".formatted(rate));
        }
    }

    private void say(byte level, String message) {
        status.setLevel(level).setMessage(message);
    }

    private void add(String key, String format, Object value) {
        values.add(new KeyValue().setKey(key).setValue(String.format(Locale.ROOT, format, value)));
    }
}
