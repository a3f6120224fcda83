package dev.jink.perception;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.Brake;
import dev.jink.perception.deadline.Deadline;
import dev.jink.perception.deadline.DeadlineWatch;
import dev.jink.perception.deadline.Heartbeat;
import dev.jink.perception.deadline.Ledger;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.deadline.SendWatch;
import dev.jink.perception.health.Caution;
import dev.jink.perception.health.SilenceWatch;
import dev.jink.perception.latency.LatencyRecorder;

/** What path, guard and door share. */
record Parts(
        PipelineSettings settings,
        NanoClock clock,
        ControllerLink link,
        ControllerLink guardLink,
        FlightState flight,
        Caution caution,
        OutcomeCounters counters,
        LatencyRecorder latency,
        Ledger ledger,
        SendWatch sends,
        Heartbeat heartbeat) {
    static Parts of(PipelineSettings settings, NanoClock clock, Gate gate) {
        OutcomeCounters counters = new OutcomeCounters();
        LatencyRecorder latency = new LatencyRecorder();
        Caution caution = new Caution(settings.health().rampNanos());
        Ledger ledger = new Ledger(counters, clock, latency::answered);
        return new Parts(
                settings,
                clock,
                gate,
                gate.guards(),
                new FlightState(settings.health()),
                caution,
                counters,
                latency,
                ledger,
                new SendWatch(ledger, braking(gate.guards(), caution)),
                new Heartbeat(settings.budget(), clock.nanos()));
    }

    /** Brakes for late frames. */
    DeadlineWatch deadlineWatch(Deadline[] deadlines) {
        return new DeadlineWatch(deadlines, ledger, braking(guardLink, caution));
    }

    /** Brakes while something does not come. */
    SilenceWatch silenceWatch() {
        return new SilenceWatch(
                settings.health().silenceNanos(),
                settings.health().brakeRepeatNanos(),
                guardLink,
                caution);
    }

    /** What the guard does for a late frame. */
    static Brake braking(ControllerLink link, Caution caution) {
        Command brake = new Command();
        return stampNanos -> {
            // Nothing may speed up again before a picture is trusted.
            caution.forget();
            brake.brake(Reason.BRAKE);
            brake.frameStampNanos = stampNanos;
            link.send(brake);
        };
    }
}
