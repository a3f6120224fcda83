package dev.jink.perception.deadline;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * The guard looks at a deadline while the frame is answered and its deadline armed for the next: it
 * may brake for the one it has seen, or for the next once it has seen that, never for one it has
 * not. Reported: whether the path answered frame 1, the guard any frame, and frame 2 is open.
 */
@JCStressTest
@org.openjdk.jcstress.annotations.Outcome(
        id = "1, 0, 1",
        expect = Expect.ACCEPTABLE,
        desc = "the path answered frame 1, the guard came too late for it")
@org.openjdk.jcstress.annotations.Outcome(
        id = "0, 1, 1",
        expect = Expect.ACCEPTABLE,
        desc = "the guard braked for frame 1")
@org.openjdk.jcstress.annotations.Outcome(
        id = "1, 1, 0",
        expect = Expect.ACCEPTABLE,
        desc = "the path answered frame 1, the guard braked for frame 2")
@org.openjdk.jcstress.annotations.Outcome(
        expect = Expect.FORBIDDEN,
        desc = "a frame with two answers, or with one that was meant for another")
@State
public class ReusedDeadlineRace {
    private final Deadline deadline = new Deadline(Budget.ofMillis(50, 10));

    public ReusedDeadlineRace() {
        deadline.arm(1, 0, 0, 1);
    }

    @Actor
    public void path(III_Result answers) {
        answers.r1 = deadline.settle(Outcome.ACTED) ? 1 : 0;
        deadline.arm(2, 0, 0, 2);
    }

    @Actor
    public void guard(III_Result answers) {
        answers.r2 = deadline.settle(deadline.look(), Outcome.BRAKED) ? 1 : 0;
    }

    @Arbiter
    public void afterwards(III_Result answers) {
        answers.r3 = deadline.isOpen() ? 1 : 0;
    }
}
