package dev.jink.launch;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.RecordedCamera.Answer;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** One recording played to two models: what each made of it, and where they part. */
final class SideBySide {
    /** Slower than this is taken for a stop. */
    private static final double STOP_MPS = 0.1;

    private final Played first;
    private final Played second;
    private int both;
    private int stopsApart;
    private double forwardApart;
    private double turnApart;
    private double mostApart = -1;
    private String mostApartAt = "-";

    SideBySide(Played first, Played second) {
        this.first = first;
        this.second = second;
        for (int i = 0; i < Math.min(first.walk().size(), second.walk().size()); i++) {
            Answer a = first.walk().answer(i);
            Answer b = second.walk().answer(i);
            if (a != null && b != null) {
                add(first.walk().name(i), a, b);
            }
        }
    }

    private void add(String name, Answer a, Answer b) {
        double forward = Math.abs(a.vx() - b.vx());
        both++;
        forwardApart += forward;
        turnApart += Math.abs(a.yawRate() - b.yawRate());
        stopsApart += a.vx() < STOP_MPS != b.vx() < STOP_MPS ? 1 : 0;
        if (forward > mostApart) {
            mostApart = forward;
            mostApartAt = name;
        }
    }

    void print(PrintStream out) {
        out.printf("side by side          %-24s %-24s%n", brief(first), brief(second));
        row(out, "acted", p -> p.outcomes().acted());
        row(out, "braked", p -> p.outcomes().braked());
        row(out, "superseded", p -> p.outcomes().superseded());
        row(out, "refused", p -> p.outcomes().refused());
        row(out, "missed deadlines", p -> p.outcomes().missed());
        row(out, "p50, ms", p -> p.latencyMs("p50"));
        row(out, "p99, ms", p -> p.latencyMs("p99"));
        row(out, "max, ms", p -> p.latencyMs("max"));
        row(out, "mean forward, m/s", p -> p.walk().mean(Answer::vx));
        row(out, "mean turn, rad/s", p -> p.walk().mean(a -> Math.abs(a.yawRate())));
        out.printf(
                Locale.ROOT,
                "apart: forward %.3f m/s, turn %.3f rad/s on the mean of %d pictures; one stops,"
                        + " the other doesn't in %d; most by %.2f m/s at %s%n",
                mean(forwardApart),
                mean(turnApart),
                both,
                stopsApart,
                Math.max(0, mostApart),
                mostApartAt);
    }

    private static String brief(Played played) {
        String name = played.model().replace('\\', '/');
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private void row(PrintStream out, String what, ToDoubleFunction<Played> figure) {
        out.printf(
                Locale.ROOT,
                "  %-20s%-24.4g %-24.4g%n",
                what,
                figure.applyAsDouble(first),
                figure.applyAsDouble(second));
    }

    private double mean(double sum) {
        return both == 0 ? 0 : sum / both;
    }

    /** {@code first, second} with the node's keys, {@code apart{pictures,forwardMps,turnRps,stops,most{mps,at}}}. */
    ObjectNode figures() {
        ObjectNode all = new ObjectMapper().createObjectNode();
        all.set("first", first.figures().put("model", first.model()));
        all.set("second", second.figures().put("model", second.model()));
        ObjectNode apart = all.putObject("apart");
        apart.put("pictures", both);
        apart.put("forwardMps", mean(forwardApart));
        apart.put("turnRps", mean(turnApart));
        apart.put("stops", stopsApart);
        apart.putObject("most").put("mps", Math.max(0, mostApart)).put("at", mostApartAt);
        return all;
    }
}
