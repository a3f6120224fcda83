package dev.jink.benchmarks;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.kernels.Shape;
import dev.jink.kernels.plan.Plan;

import java.io.IOException;

/** A 3x3 convolution of 256 by 256 channels on 40x30 pixels, against the C program. */
final class ConvSection implements Section {
    private static final Shape IN = new Shape(30, 40, 256);

    @Override
    public String name() {
        return "conv3x3x256";
    }

    @Override
    public String measure(Settings settings, ObjectNode figures) throws Exception {
        try (Engine engine = Engine.checked(Networks.layer(IN, 256, 3, 1), settings.kernels(), 1);
                CYardstick c = yardstick()) {
            Plan plan = engine.plan();
            double macs = plan.report().get(1).macs();
            double[] rates = new double[settings.rounds()];
            double[] jink = new double[settings.rounds()];
            Rounds rounds = new Rounds(settings.rounds());
            Runnable layer = () -> plan.runLayer(1);
            int calls = rounds.callsOfARound(layer);
            // One round of each in turn, after two of each that don't count.
            for (int round = -2; round < settings.rounds(); round++) {
                double ms = rounds.ms(layer, calls);
                double rate = c == null ? 0 : c.round();
                if (round >= 0) {
                    jink[round] = macs / ms / 1e9;
                    rates[round] = rate;
                }
            }
            double ours = Rounds.median(jink);
            figures.put("jinkTmacs", ours);
            if (c == null) {
                figures.putNull("cTmacs");
                figures.putNull("ratio");
                return "%.2f T/s; no C compiler that works, so nothing to compare with"
                        .formatted(ours);
            }
            double theirs = Rounds.median(rates);
            figures.put("cTmacs", theirs);
            figures.put("ratio", ours / theirs);
            return "%.2f T/s, C (%s) %.2f T/s, ratio %.2f"
                    .formatted(ours, c.path(), theirs, ours / theirs);
        }
    }

    /** Or null, with a line that says why, where there is none to be had. */
    private static CYardstick yardstick() throws InterruptedException {
        try {
            return CYardstick.compile("peak");
        } catch (IOException e) {
            System.err.println("jink: " + e.getMessage());
            return null;
        }
    }
}
