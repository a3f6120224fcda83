package dev.jink.perception.deadline;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Path and guard answer the same frame at once: one of them does, the other knows. */
@JCStressTest
@org.openjdk.jcstress.annotations.Outcome(
        id = {"1, 0", "0, 1"},
        expect = Expect.ACCEPTABLE,
        desc = "one answer")
@org.openjdk.jcstress.annotations.Outcome(
        expect = Expect.FORBIDDEN,
        desc = "two answers to one frame, or none")
@State
public class DeadlineRace {
    private final Deadline deadline = new Deadline(Budget.ofMillis(50, 10));

    public DeadlineRace() {
        deadline.arm(1, 0, 0, 1);
    }

    @Actor
    public void path(II_Result answers) {
        answers.r1 = deadline.settle(Outcome.ACTED) ? 1 : 0;
    }

    @Actor
    public void guard(II_Result answers) {
        answers.r2 = deadline.settle(deadline.look(), Outcome.BRAKED) ? 1 : 0;
    }
}
