package dev.jink.perception.deadline;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The path sends the answers to two frames, one after the other, while the guard finds the first one
 * overdue. Reported: whether the path was in time with each, and the brakes the guard sent.
 */
@JCStressTest
@org.openjdk.jcstress.annotations.Outcome(
        id = "1, 1, 0",
        expect = Expect.ACCEPTABLE,
        desc = "the path was in time, or the guard had not looked")
@org.openjdk.jcstress.annotations.Outcome(
        id = "0, 1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "the guard braked for frame 1, and the path knows")
@org.openjdk.jcstress.annotations.Outcome(
        id = "1, 0, 1",
        expect = Expect.ACCEPTABLE,
        desc = "the guard braked for frame 2, and the path knows")
@org.openjdk.jcstress.annotations.Outcome(
        expect = Expect.FORBIDDEN,
        desc = "an answer beside a brake that the path does not know of, or neither")
@State
public class SendRace {
    private static final long LATE_NANOS = 60_000_000;

    private final Deadline first = new Deadline(Budget.ofMillis(50, 10));
    private final Deadline second = new Deadline(Budget.ofMillis(50, 10));
    private final SendWatch sends =
            new SendWatch(
                    new Ledger(new OutcomeCounters(), () -> LATE_NANOS, nanos -> {}),
                    stampNanos -> {});

    public SendRace() {
        first.arm(1, 0, 0, 1);
        second.arm(2, 0, 0, 2);
    }

    @Actor
    public void path(III_Result result) {
        result.r1 = sends.claim(first, Outcome.ACTED) && sends.end() ? 1 : 0;
        result.r2 = sends.claim(second, Outcome.ACTED) && sends.end() ? 1 : 0;
    }

    @Actor
    public void guard() {
        sends.poll(LATE_NANOS);
    }

    @Arbiter
    public void afterwards(III_Result result) {
        result.r3 = (int) sends.overtaken();
    }
}
