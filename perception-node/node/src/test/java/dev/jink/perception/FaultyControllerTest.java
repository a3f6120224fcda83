package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;

import org.junit.jupiter.api.Test;

/** The last stage, sending, and a network that is sure of nothing. */
class FaultyControllerTest {
    @Test
    void shouldCountMissesWhileTheControllerIsGoneAndFlyOnAfterwards() {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(1);
            flight.wire(
                    command -> {
                        throw new IllegalStateException("nobody there");
                    });
            flight.show(1, frame -> {});
            OutcomeCounters.Figures figures = flight.perception.counters().figures();
            assertEquals(30, figures.missedDeadlines(), "none of these got an answer");
            assertEquals(30, flight.perception.faults());
            assertEquals(30, flight.faults.size());
            flight.wire(command -> {});
            flight.fly(1);
            assertTrue(flight.last().speed() > 1, () -> "afterwards " + flight.last());
            flight.judgeAll();
        }
    }

    @Test
    void shouldCountAMissWhenSendingItselfHangs() {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(1);
            flight.pass(33);
            flight.wire(command -> flight.sleep(60));
            flight.good();
            flight.wire(command -> {});
            assertEquals(1, flight.perception.counters().missedDeadlines());
            flight.fly(1);
            flight.judgeAll();
        }
    }

    @Test
    void shouldStopWhenTheNetworkIsSureOfNothing() {
        try (FaultFlight flight = new FaultFlight(TestModel.constant(-0.01f))) {
            flight.fly(2);
            assertEquals(0, flight.last().speed(), () -> flight.last().toString());
            assertEquals(Reason.UNKNOWN, flight.last().reason);
            String state = flight.state();
            assertTrue(state.startsWith("STOPPED UNKNOWN 0.00 m/s: low confidence: "), state);
            assertEquals(60, flight.perception.counters().of(Outcome.ACTED));
        }
    }

    @Test
    void shouldMeasureHowOldPicturesAreWhenTheirAnswerLeaves() {
        try (FaultFlight flight = new FaultFlight()) {
            flight.fly(0.5);
            assertEquals(0, flight.perception.delayMs().p99(), "virtual time stands still");
            flight.send(1, header -> header.stampNanos -= 12_000_000L);
            assertEquals(12, flight.perception.delayMs().p99(), 0.1);
        }
    }
}
