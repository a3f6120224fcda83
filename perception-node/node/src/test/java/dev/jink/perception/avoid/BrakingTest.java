package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BrakingTest {
    private static final Braking BRAKING = new Braking(4, 0.2, 0.3);

    @Test
    void shouldAllowTheSpeedFromWhichItJustStands() {
        for (double clear = 0.31; clear < 50; clear *= 1.1) {
            double v = BRAKING.speedBound(clear);
            assertEquals(clear, BRAKING.wayToStand(v), 1e-9);
        }
    }

    @Test
    void shouldAllowNothingInsideTheStopMargin() {
        assertEquals(0, BRAKING.speedBound(0.3));
        assertEquals(0, BRAKING.speedBound(0));
        assertEquals(0, BRAKING.speedBound(-1));
        assertEquals(0, BRAKING.speedBound(Double.NaN));
    }

    @Test
    void shouldAllowAnySpeedWhenNothingIsInTheWay() {
        assertEquals(Double.POSITIVE_INFINITY, BRAKING.speedBound(Double.POSITIVE_INFINITY));
    }

    @Test
    void shouldAllowLessForASlowerReactionOrAWeakerBrake() {
        double v = BRAKING.speedBound(3);
        assertTrue(new Braking(4, 0.4, 0.3).speedBound(3) < v);
        assertTrue(new Braking(2, 0.2, 0.3).speedBound(3) < v);
        assertTrue(new Braking(4, 0.2, 0.6).speedBound(3) < v);
    }
}
