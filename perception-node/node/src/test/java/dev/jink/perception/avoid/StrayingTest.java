package dev.jink.perception.avoid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Dense surroundings slow it down, and what it can't turn away from in time. */
class StrayingTest extends PlannerBench {
    private final PlannerSettings fast = SETTINGS.withMaxSpeed(8);
    private final Surroundings around = new Surroundings(fast, new View(ForestFlight.RAYS));
    private final Straying straying = new Straying(fast);

    /** Two posts, their nearest points so far beside a straight way, 5 m ahead. */
    private double boundBetween(double asideM) {
        fill(Float.POSITIVE_INFINITY);
        CylinderForest posts = trunk(5, asideM + 0.1, 0.1);
        posts.plant(5, -asideM - 0.1, 0.1);
        posts.look(0, 0, 0, grid);
        around.forgetAll();
        around.look(grid, own, now);
        return straying.bound(around, 0, 0, 0, 0, 1, 0, 0);
    }

    @Test
    void shouldFlyAsFastAsItCanBrakeInTheOpen() {
        around.look(grid, own, now);
        double open = fast.braking().speedBound(Surroundings.HORIZON_M);
        assertEquals(open, straying.bound(around, 0, 0, 0, 0, 1, 0, 0), 1e-9);
    }

    @Test
    void shouldFlySlowerTheNarrowerTheGap() {
        double blocked = boundBetween(0.4);
        double narrow = boundBetween(1.1);
        double roomy = boundBetween(1.6);
        double wide = boundBetween(3);
        String all = blocked + " " + narrow + " " + roomy + " " + wide;
        assertTrue(narrow < roomy && roomy < wide, all);
        assertTrue(narrow >= fast.marginM() / Straying.SECONDS, all + ": the margin is free");
        assertEquals(wide, fast.braking().speedBound(Surroundings.HORIZON_M), 1e-9);
        assertTrue(blocked <= fast.braking().speedBound(5), all);
    }

    @Test
    void shouldNeverBeFasterThanTheBrakingBoundOfItsOwnTube() {
        fill(2);
        around.look(grid, own, now);
        double tube = fast.radiusM() + fast.marginM();
        double bound = straying.bound(around, 0, 0, 0, 0, 1, 0, 0);
        assertTrue(bound <= fast.braking().speedBound(2 - tube) + 1e-9, "bound " + bound);
    }

    @Test
    void shouldMindTheLegBeforeTheTurn() {
        trunk(2, 0, 0.3).look(0, 0, 0, grid);
        around.look(grid, own, now);
        double into = straying.bound(around, 0, 3, 0, 0, 0, 1, 0);
        double away = straying.bound(around, 0, 0, 0, 0, 0, 1, 0);
        assertTrue(into < 3 && away > into, into + " " + away);
    }
}
