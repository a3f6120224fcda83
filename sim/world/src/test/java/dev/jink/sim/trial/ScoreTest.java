package dev.jink.sim.trial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Motion;
import dev.jink.sim.drone.Course;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Each score on made-up tracks, whose scores one can tell by hand. */
class ScoreTest {
    private final Motion own = new Motion();

    /** A flight along straight legs through the corners given as x, y, at an even speed. */
    private Flown flight(double speed, boolean collided, double closestM, double... corners) {
        Log log = new Log(1, Pilot.JINK, Course.ahead(40, 3));
        double seconds = 0;
        own.clear();
        for (int i = 0; i + 3 < corners.length; i += 2) {
            double dx = corners[i + 2] - corners[i];
            double dy = corners[i + 3] - corners[i + 1];
            double way = Math.hypot(dx, dy);
            int steps = (int) Math.round(way / speed * 100);
            own.vx = dx / way * speed;
            own.vy = dy / way * speed;
            for (int k = 0; k <= steps; k++) {
                own.x = corners[i] + dx * k / steps;
                own.y = corners[i + 1] + dy * k / steps;
                own.z = 1.5;
                own.stampNanos = Math.round((seconds + k * way / speed / steps) * 1e9);
                log.moved(own);
            }
            seconds += way / speed;
        }
        return log.flown(collided, closestM, 7);
    }

    @Test
    void shouldScoreAStraightFlightToTheGoal() {
        Flown straight = flight(2, false, 0.8, 0, 0, 38, 0);
        assertTrue(straight.success());
        assertEquals(19, straight.seconds(), 1e-6);
        assertEquals(38, straight.progressM(), 1e-6);
        assertEquals(38, straight.pathM(), 1e-6);
        assertEquals(2, straight.meanSpeed(), 1e-6);
        assertEquals(0, straight.pathExcess(), 1e-6);
        // At an even speed the thrust is the weight's.
        assertEquals(Energy.power(9.81) * 19, straight.energyJ(), 5);
        assertEquals(191, straight.track().size(), 1);
    }

    @Test
    void shouldScoreTheExcessOfADetour() {
        // 3-4-5 triangles: 20 m aside and back on the way to 32 m ahead, then on to the goal.
        Flown detour = flight(2, false, 0.3, 0, 0, 16, 12, 32, 0, 38, 0);
        assertTrue(detour.success());
        assertEquals(46, detour.pathM(), 1e-6);
        assertEquals(46.0 / 38 - 1, detour.pathExcess(), 1e-6);
        assertEquals(38 / 23.0, detour.meanSpeed(), 1e-6);
        assertTrue(detour.energyJ() > Energy.power(9.81) * 22, "turning costs thrust");
    }

    @Test
    void shouldTellContactsAndLatecomersFromSuccesses() {
        Flown hit = flight(2, true, -0.01, 0, 0, 10, 0);
        assertTrue(hit.collided() && !hit.success() && !hit.late());
        Flown atTheGoal = flight(2, true, 0, 0, 0, 38, 0);
        assertFalse(atTheGoal.success(), "a contact on the last metre is one");
        Flown late = flight(0.5, false, 1, 0, 0, 10, 0);
        assertTrue(late.late() && !late.success() && !late.collided());
    }

    @Test
    void shouldCountAndAverageOverFlights() {
        Timing timing = new Timing();
        for (int i = 1; i <= 200; i++) {
            timing.took(i * 1_000_000L);
        }
        Score score =
                Score.of(
                        List.of(
                                flight(2, false, 0.8, 0, 0, 38, 0),
                                flight(4, false, 0.4, 0, 0, 38, 0),
                                flight(2, true, -0.02, 0, 0, 10, 0),
                                flight(0.5, false, 1, 0, 0, 10, 0)),
                        timing);
        assertEquals(4, score.trials());
        assertEquals(0.5, score.success());
        assertEquals(1, score.collisions());
        assertEquals(1, score.timeouts());
        assertEquals(3, score.meanSpeed(), 1e-6, "of those that reached the goal");
        assertEquals(0.6, score.closestM(), 1e-9, "the median of all");
        assertEquals(100, score.p50Ms());
        assertEquals(198, score.p99Ms());
        assertEquals(Wilson.of(2, 4), score.interval());
        Score none = Score.of(List.of(flight(2, true, 0, 0, 0, 10, 0)), new Timing());
        assertEquals(0, none.meanSpeed() + none.pathExcess() + none.joulesPerM() + none.p99Ms());
        assertThrows(IllegalArgumentException.class, () -> Score.of(List.of(), timing));
    }

    @Test
    void shouldTakePowerFromMomentumTheory() {
        // Thrust 9.81 N over four discs of 0.0635 m: sqrt(T^3 / (2 rho A)) / 0.6.
        double area = 4 * Math.PI * 0.0635 * 0.0635;
        double ideal = Math.sqrt(9.81 * 9.81 * 9.81 / (2 * 1.2 * area));
        assertEquals(ideal / 0.6, Energy.power(9.81), 1e-9);
    }
}
