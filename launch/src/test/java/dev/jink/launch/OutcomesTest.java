package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;

final class OutcomesTest {
    private static Outcomes of(String figures) throws Exception {
        return Outcomes.of(new ObjectMapper().readTree(figures));
    }

    private static String figures(int frames, int acted, int missed) {
        return "{\"frames\":%d,\"acted\":%d,\"braked\":2,\"superseded\":1,\"refused\":0,\"missedDeadlines\":%d}"
                .formatted(frames, acted, missed);
    }

    @Test
    void shouldHoldOnlyWhenEveryFrameHasOneOutcomeAndNoneWasMissed() throws Exception {
        assertTrue(of(figures(10, 7, 0)).kept());
        assertFalse(of(figures(11, 7, 0)).kept(), "a frame without an outcome");
        assertFalse(of(figures(9, 7, 0)).kept(), "a frame with two");
        assertFalse(of(figures(10, 7, 1)).kept(), "a miss");
        assertFalse(new Outcomes(0, 0, 0, 0, 0, 0).kept(), "no frames at all");
        assertEquals(
                "10 frames: 7 acted, 2 braked, 1 superseded, 0 refused; 0 missed deadlines",
                of(figures(10, 7, 0)).toString());
    }

    @Test
    void shouldNotTakeAMissingFigureForZero() {
        assertThrows(IllegalArgumentException.class, () -> of("{\"frames\":3}"));
    }
}
