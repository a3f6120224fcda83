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

class VerdictTest {
    private static Signs signs(double rateHz, Refusal refusal, Distrust distrust, double speed) {
        return new Signs(
                100,
                rateHz,
                0,
                0,
                false,
                false,
                true,
                refusal,
                distrust,
                Reason.CLEAR,
                speed,
                true,
                0);
    }

    private static void expect(String state, Level level, Signs signs) {
        Verdict verdict = Verdict.of(signs);
        assertEquals(state, verdict.state(signs.reason(), signs.speed()));
        assertEquals(level, verdict.level());
    }

    @Test
    void shouldSayThatAllIsWell() {
        expect("ACTIVE CLEAR 2.00 m/s", Level.OK, signs(30, null, Distrust.NONE, 2));
    }

    @Test
    void shouldWarnBelowTenHertz() {
        expect(
                "CAREFUL CLEAR 2.00 m/s: images come at 9.5 Hz, wanted at least 10 Hz; below 5 Hz"
                        + " it stops",
                Level.WARN,
                signs(9.5, null, Distrust.NONE, 2));
    }

    @Test
    void shouldSayWhetherItStillSlowsOrStands() {
        String why = ": black picture: nothing but dark pixels; is the lens covered, the exposure";
        expect(
                "SLOWING CLEAR 0.40 m/s" + why + " too short?",
                Level.ERROR,
                signs(30, null, Distrust.BLACK, 0.4));
        expect(
                "STOPPED CLEAR 0.00 m/s" + why + " too short?",
                Level.ERROR,
                signs(30, null, Distrust.BLACK, 0));
    }

    @Test
    void shouldNameARefusalBeforeWhatTheLastPictureWasLike() {
        expect(
                "STOPPED CLEAR 0.00 m/s: images refused: the images come out of order",
                Level.ERROR,
                signs(30, Refusal.STAMP_BACKWARDS, Distrust.BLACK, 0));
    }

    @Test
    void shouldSayThatNothingComes() {
        expect(
                "SILENT BRAKE 0.00 m/s: no images: braking",
                Level.ERROR,
                new Signs(
                        9,
                        0,
                        0,
                        0,
                        true,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.BRAKE,
                        0,
                        true,
                        0));
        expect(
                "WAITING BRAKE 0.00 m/s: no image has come yet",
                Level.WARN,
                new Signs(
                        0,
                        0,
                        0,
                        0,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.BRAKE,
                        0,
                        true,
                        0));
    }

    @Test
    void shouldSayThatThePathIsStuck() {
        expect(
                "STUCK BRAKE 0.00 m/s: images come and none is answered: braking; restart it",
                Level.ERROR,
                new Signs(
                        9,
                        30,
                        0,
                        0,
                        false,
                        true,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.BRAKE,
                        0,
                        true,
                        0));
    }

    @Test
    void shouldSayBeforeAllElseThatNobodyGuards() {
        expect(
                "UNGUARDED BRAKE 0.00 m/s: the guard that brakes for late images has stopped"
                        + " looking: braking; restart it",
                Level.ERROR,
                new Signs(
                        9,
                        30,
                        3,
                        3,
                        true,
                        true,
                        false,
                        null,
                        Distrust.BLACK,
                        Reason.BRAKE,
                        0,
                        true,
                        0));
    }

    @Test
    void shouldTellLowConfidenceFromABadPicture() {
        expect(
                "SLOWING UNKNOWN 0.50 m/s: low confidence: too little of what lies ahead is known;"
                        + " is there light and texture?",
                Level.WARN,
                new Signs(
                        9,
                        30,
                        0,
                        0,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.UNKNOWN,
                        0.5,
                        true,
                        0));
    }

    @Test
    void shouldTellOfMissesFirstAndOfBrakesLast() {
        expect(
                "LATE BRAKE 0.00 m/s: 3 missed deadlines in the last second",
                Level.ERROR,
                new Signs(
                        9,
                        30,
                        3,
                        3,
                        true,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.BRAKE,
                        0,
                        true,
                        0));
        expect(
                "CAREFUL CLEAR 1.00 m/s: 2 late images in the last second were braked for",
                Level.WARN,
                new Signs(
                        9,
                        30,
                        0,
                        2,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.CLEAR,
                        1,
                        true,
                        0));
    }

    @Test
    void shouldAskForARestartBeforeTheProcessIsADayOld() {
        expect(
                "CAREFUL CLEAR 1.00 m/s: up for 20 h, wanted less than 24: restart the node before"
                        + " the next flight",
                Level.WARN,
                new Signs(
                        9,
                        30,
                        0,
                        0,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.CLEAR,
                        1,
                        true,
                        20));
        expect(
                "ACTIVE CLEAR 1.00 m/s",
                Level.OK,
                new Signs(
                        9,
                        30,
                        0,
                        0,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.CLEAR,
                        1,
                        true,
                        19));
    }

    @Test
    void shouldWarnOfCodeThatHadNotSettled() {
        expect(
                "CAREFUL CLEAR 1.00 m/s: its compiled code had not settled when it became active:"
                        + " answers may still come late; start it on a calmer machine, or with a"
                        + " longer warm_up_s",
                Level.WARN,
                new Signs(
                        9,
                        30,
                        0,
                        0,
                        false,
                        false,
                        true,
                        null,
                        Distrust.NONE,
                        Reason.CLEAR,
                        1,
                        false,
                        0));
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
