package dev.jink.perception.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Reason;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.health.Verdict.Level;
import dev.jink.perception.health.Verdict.Signs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.function.Consumer;

class VerdictTest {
    /** The signs of a flight in which nothing is amiss, but for what a test changes. */
    private static final class Flight {
        private long frames = 9;
        private double rateHz = 30;
        private long misses;
        private long braked;
        private boolean silent;
        private boolean stalled;
        private boolean guarded = true;
        private Refusal refusal;
        private Distrust distrust = Distrust.NONE;
        private Reason reason = Reason.CLEAR;
        private double speed = 1;
        private boolean settled = true;
        private long hoursUp;

        private void brakes() {
            reason = Reason.BRAKE;
            speed = 0;
        }

        private Signs signs() {
            return new Signs(
                    frames, rateHz, misses, braked, silent, stalled, guarded, refusal, distrust,
                    reason, speed, settled, hoursUp);
        }
    }

    private static void expect(String state, Level level, Consumer<Flight> change) {
        Flight flight = new Flight();
        change.accept(flight);
        Verdict verdict = Verdict.of(flight.signs());
        assertEquals(state, verdict.state(flight.reason, flight.speed));
        assertEquals(level, verdict.level());
    }

    @Test
    void shouldSayThatAllIsWell() {
        expect("ACTIVE CLEAR 2.00 m/s", Level.OK, f -> f.speed = 2);
    }

    @Test
    void shouldWarnBelowTenHertz() {
        expect(
                "CAREFUL CLEAR 1.00 m/s: images come at 9.5 Hz, wanted at least 10 Hz; below 5 Hz"
                        + " it stops",
                Level.WARN,
                f -> f.rateHz = 9.5);
    }

    @Test
    void shouldSayWhetherItStillSlowsOrStands() {
        String why =
                ": black picture: nothing but dark pixels; is the lens covered, the exposure too"
                        + " short?";
        expect(
                "SLOWING CLEAR 0.40 m/s" + why,
                Level.ERROR,
                f -> {
                    f.distrust = Distrust.BLACK;
                    f.speed = 0.4;
                });
        expect(
                "STOPPED CLEAR 0.00 m/s" + why,
                Level.ERROR,
                f -> {
                    f.distrust = Distrust.BLACK;
                    f.speed = 0;
                });
    }

    @Test
    void shouldNameARefusalBeforeWhatTheLastPictureWasLike() {
        expect(
                "STOPPED CLEAR 0.00 m/s: images refused: the images come out of order",
                Level.ERROR,
                f -> {
                    f.refusal = Refusal.STAMP_BACKWARDS;
                    f.distrust = Distrust.BLACK;
                    f.speed = 0;
                });
    }

    @Test
    void shouldSayThatNothingComes() {
        expect(
                "SILENT BRAKE 0.00 m/s: no images: braking",
                Level.ERROR,
                f -> {
                    f.brakes();
                    f.rateHz = 0;
                    f.silent = true;
                });
        expect(
                "WAITING BRAKE 0.00 m/s: no image has come yet",
                Level.WARN,
                f -> {
                    f.brakes();
                    f.rateHz = 0;
                    f.frames = 0;
                });
    }

    @Test
    void shouldSayThatThePathIsStuck() {
        expect(
                "STUCK BRAKE 0.00 m/s: images come and none is answered: braking; restart it",
                Level.ERROR,
                f -> {
                    f.brakes();
                    f.stalled = true;
                });
    }

    @Test
    void shouldSayBeforeAllElseThatNobodyGuards() {
        expect(
                "UNGUARDED BRAKE 0.00 m/s: the guard that brakes for late images has stopped"
                        + " looking: braking; restart it",
                Level.ERROR,
                f -> {
                    f.brakes();
                    f.guarded = false;
                    f.misses = 3;
                    f.braked = 3;
                    f.silent = true;
                    f.stalled = true;
                    f.distrust = Distrust.BLACK;
                });
    }

    @Test
    void shouldTellLowConfidenceFromABadPicture() {
        expect(
                "SLOWING UNKNOWN 0.50 m/s: low confidence: too little of what lies ahead is known;"
                        + " is there light and texture?",
                Level.WARN,
                f -> {
                    f.reason = Reason.UNKNOWN;
                    f.speed = 0.5;
                });
    }

    @Test
    void shouldTellOfMissesFirstAndOfBrakesLast() {
        expect(
                "LATE BRAKE 0.00 m/s: 3 missed deadlines in the last second",
                Level.ERROR,
                f -> {
                    f.brakes();
                    f.misses = 3;
                    f.braked = 3;
                    f.silent = true;
                });
        expect(
                "CAREFUL CLEAR 1.00 m/s: 2 late images in the last second were braked for",
                Level.WARN,
                f -> f.braked = 2);
    }

    @Test
    void shouldAskForARestartBeforeTheProcessIsADayOld() {
        expect(
                "CAREFUL CLEAR 1.00 m/s: up for 20 h, wanted less than 24: restart the node before"
                        + " the next flight",
                Level.WARN,
                f -> f.hoursUp = 20);
        expect("ACTIVE CLEAR 1.00 m/s", Level.OK, f -> f.hoursUp = 19);
    }

    @Test
    void shouldWarnOfCodeThatHadNotSettled() {
        expect(
                "CAREFUL CLEAR 1.00 m/s: its compiled code had not settled when it became active:"
                        + " answers may still come late; start it on a calmer machine, or with a"
                        + " longer warm_up_s",
                Level.WARN,
                f -> f.settled = false);
    }

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void shouldHaveWordsForEveryRefusal(Refusal refusal) {
        assertTrue(refusal.words().length() > 20 && refusal.words().length() < 70);
        assertFalse(refusal.words().endsWith("."));
    }

    @ParameterizedTest
    @EnumSource(value = Distrust.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void shouldSayWhatIsWrongAndWhatToLookFor(Distrust distrust) {
        assertTrue(distrust.words().matches("[a-z ]+: .+[?;].*"), distrust.words());
    }
}
