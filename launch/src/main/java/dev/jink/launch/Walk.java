package dev.jink.launch;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.RecordedCamera.Answer;
import dev.jink.sim.command.UsageException;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/** What a replayed recording was answered, picture by picture, and the small table of it. */
final class Walk {
    private static final int ROWS = 20;

    private record Step(String name, long stampNanos, Answer answer) {}

    private final List<Integer> labels;
    private final List<Step> steps = new ArrayList<>();

    /** @param labels 1 where an obstacle is close ahead, 0 where none is; empty when not known */
    Walk(List<Integer> labels) {
        this.labels = labels;
    }

    /** The labels beside a folder of pictures (labels.txt, one a line in frame order); empty when there are none. */
    static List<Integer> labels(Path folder) throws IOException {
        Path file = folder.resolve("labels.txt");
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Integer> labels = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                try {
                    labels.add(Integer.parseInt(line.strip()));
                } catch (NumberFormatException e) {
                    throw new UsageException(
                            file
                                    + " line "
                                    + (labels.size() + 1)
                                    + ": got '"
                                    + line.strip()
                                    + "', wanted 0 or 1; mend or remove the file");
                }
            }
        }
        return labels;
    }

    void sent(String name, long stampNanos) {
        steps.add(new Step(name, stampNanos, null));
    }

    void answered(LongFunction<Answer> answers) {
        steps.replaceAll(s -> new Step(s.name(), s.stampNanos(), answers.apply(s.stampNanos())));
    }

    int size() {
        return steps.size();
    }

    String name(int picture) {
        return steps.get(picture).name();
    }

    /** Null when it got none. */
    Answer answer(int picture) {
        return steps.get(picture).answer();
    }

    /** Over all pictures that were answered; 0 when none was. */
    double mean(ToDoubleFunction<Answer> figure) {
        return steps.stream()
                .map(Step::answer)
                .filter(Objects::nonNull)
                .mapToDouble(figure)
                .average()
                .orElse(0);
    }

    void print(PrintStream out) {
        out.println(
                "  picture           close   forward  sideways  up/down  yaw rate   published to"
                        + " answered");
        int every = Math.max(1, (steps.size() + ROWS - 1) / ROWS);
        for (int i = 0; i < steps.size(); i += every) {
            Step step = steps.get(i);
            Answer a = step.answer();
            String label = i < labels.size() ? labels.get(i).toString() : "-";
            out.println(
                    a == null
                            ? format("  %-18s  %s    no answer", step.name(), label)
                            : format(
                                    "  %-18s  %s    %5.2f     %5.2f    %5.2f    %5.2f         %6.2f"
                                            + " ms",
                                    step.name(),
                                    label,
                                    a.vx(),
                                    a.vy(),
                                    a.vz(),
                                    a.yawRate(),
                                    (a.receivedNanos() - step.stampNanos()) / 1e6));
        }
        if (!labels.isEmpty()) {
            out.println(
                    format(
                            "  mean forward speed: %.2f m/s with nothing close, %.2f m/s with an"
                                    + " obstacle close ahead; mean |yaw rate|: %.2f and %.2f rad/s",
                            meanForward(0), meanForward(1), meanTurn(0), meanTurn(1)));
        }
    }

    /** Adds {@code walk.}{open,close}{ForwardMps,TurnRps}, {@code answered} and the slowest round trip. */
    void addTo(ObjectNode figures) {
        ObjectNode walk = figures.putObject("walk");
        walk.put("answered", steps.stream().filter(s -> s.answer() != null).count());
        walk.put(
                "publishedToAnsweredMsMax",
                steps.stream()
                        .filter(s -> s.answer() != null)
                        .mapToDouble(s -> (s.answer().receivedNanos() - s.stampNanos()) / 1e6)
                        .max()
                        .orElse(Double.NaN));
        if (!labels.isEmpty()) {
            walk.put("openForwardMps", meanForward(0));
            walk.put("closeForwardMps", meanForward(1));
            walk.put("openTurnRps", meanTurn(0));
            walk.put("closeTurnRps", meanTurn(1));
        }
    }

    private double meanForward(int label) {
        return mean(label, false);
    }

    private double meanTurn(int label) {
        return mean(label, true);
    }

    private double mean(int label, boolean turn) {
        double sum = 0;
        int n = 0;
        for (int i = 0; i < Math.min(steps.size(), labels.size()); i++) {
            Answer a = steps.get(i).answer();
            if (a != null && labels.get(i) == label) {
                sum += turn ? Math.abs(a.yawRate()) : a.vx();
                n++;
            }
        }
        return n == 0 ? 0 : sum / n;
    }

    private static String format(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }
}
