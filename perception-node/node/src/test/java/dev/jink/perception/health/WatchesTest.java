package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.deadline.Watch;
import dev.jink.perception.frame.Refusal;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class WatchesTest {
    private static final long MS = 1_000_000;
    private final List<Command> sent = new ArrayList<>();
    private final Caution caution = new Caution(500 * MS);
    private final SilenceWatch silence = new SilenceWatch(500 * MS, 100 * MS, this::keep, caution);
    private final RefusalWatch refusals = new RefusalWatch(this::keep, caution);

    private void keep(Command command) {
        Command copy = new Command();
        copy.set(command);
        sent.add(copy);
    }

    private void goodAt(long nanos) {
        Command good = new Command();
        good.set(2, 0, 0, 0);
        caution.noteGood(good, nanos);
    }

    @Test
    void shouldNotTakeOverBeforeTheFirstFrame() {
        for (long now = 0; now < 5000 * MS; now += 100 * MS) {
            silence.poll(now);
        }
        assertEquals(0, sent.size());
    }

    @Test
    void shouldBrakeAgainAndAgainWhenFramesStayAway() {
        silence.heard(1000 * MS);
        assertEquals(500 * MS, silence.poll(1000 * MS));
        assertEquals(MS, silence.poll(1499 * MS));
        assertFalse(silence.isSilent());
        assertEquals(100 * MS, silence.poll(1500 * MS));
        assertTrue(silence.isSilent());
        assertEquals(50 * MS, silence.poll(1550 * MS));
        silence.poll(1600 * MS);
        silence.poll(1700 * MS);
        assertEquals(3, sent.size());
        assertEquals(3, silence.brakes());
        assertEquals(0, sent.getLast().speed());
        assertEquals(Reason.BRAKE, sent.getLast().reason);
        assertEquals(0, sent.getLast().frameStampNanos);
    }

    @Test
    void shouldStopBrakingWhenFramesComeBack() {
        silence.heard(1000 * MS);
        silence.poll(1500 * MS);
        silence.heard(1550 * MS);
        assertEquals(450 * MS, silence.poll(1600 * MS));
        assertFalse(silence.isSilent());
        assertEquals(1, sent.size());
        assertEquals(50 * MS, silence.ageNanos(1600 * MS));
    }

    @Test
    void shouldAnswerARefusedFrameWithCaution() {
        goodAt(1000 * MS);
        assertEquals(Watch.NEVER, refusals.poll(1000 * MS));
        refusals.report(Refusal.STALE, 77);
        refusals.poll(1250 * MS);
        assertEquals(1, sent.size());
        assertEquals(1, sent.getFirst().vx);
        assertEquals(Reason.UNKNOWN, sent.getFirst().reason);
        assertEquals(77, sent.getFirst().frameStampNanos);
        assertEquals(Watch.NEVER, refusals.poll(1250 * MS));
        assertEquals(1, refusals.count(Refusal.STALE));
        assertEquals(0, refusals.count(Refusal.ZERO_SIZE));
    }

    @Test
    void shouldEndStandingWhenAllFramesAreRefused() {
        goodAt(1000 * MS);
        for (long now = 1000; now <= 2000; now += 33) {
            refusals.report(Refusal.NO_CAMERA_INFO, now);
            refusals.poll(now * MS);
        }
        for (int i = 1; i < sent.size(); i++) {
            assertTrue(sent.get(i).vx <= sent.get(i - 1).vx);
        }
        assertEquals(0, sent.getLast().vx);
    }
}
