package dev.jink.perception;

import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.Ledger;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.OutcomeCounters;
import dev.jink.perception.health.Caution;
import dev.jink.perception.latency.LatencyRecorder;

/** What path, guard and door share. */
record Parts(
        PipelineSettings settings,
        NanoClock clock,
        ControllerLink link,
        FlightState flight,
        Caution caution,
        OutcomeCounters counters,
        LatencyRecorder latency,
        Ledger ledger) {
    static Parts of(PipelineSettings settings, NanoClock clock, ControllerLink link) {
        OutcomeCounters counters = new OutcomeCounters();
        LatencyRecorder latency = new LatencyRecorder();
        return new Parts(
                settings,
                clock,
                link,
                new FlightState(settings.health()),
                new Caution(settings.health().rampNanos()),
                counters,
                latency,
                new Ledger(counters, clock, latency::answered));
    }
}
