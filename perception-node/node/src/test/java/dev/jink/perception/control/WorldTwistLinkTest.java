package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.avoid.Command;

import org.junit.jupiter.api.Test;

class WorldTwistLinkTest {
    private static final double CLOSE = 1e-12;
    private double[] sent;
    private double yawEnu;
    private final WorldTwistLink link =
            new WorldTwistLink(
                    (stamp, vx, vy, vz, yawRate) ->
                            sent = new double[] {stamp, vx, vy, vz, yawRate},
                    now -> yawEnu,
                    () -> 0);
    private final Command command = new Command();

    @Test
    void shouldTurnTheCommandIntoEnuByTheHeading() {
        command.set(2, 0.5, 0.25, 0.75);
        command.frameStampNanos = 42;
        link.send(command); // nose east
        assertArrayEquals(new double[] {42, 2, 0.5, 0.25, 0.75}, sent, CLOSE);
        yawEnu = Math.PI / 2; // nose north: ahead is y, left is -x
        link.send(command);
        assertArrayEquals(new double[] {42, -0.5, 2, 0.25, 0.75}, sent, CLOSE);
        yawEnu = -Math.PI / 2; // nose south
        link.send(command);
        assertArrayEquals(new double[] {42, 0.5, -2, 0.25, 0.75}, sent, CLOSE);
    }

    @Test
    void shouldStandStillWithoutAHeading() {
        yawEnu = Double.NaN;
        command.set(2, 0.5, 0.25, 0.75);
        link.send(command);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0}, sent);
        assertEquals(1, link.headingUnknown());
    }

    @Test
    void shouldStandStillInPlaceOfANumberThatIsNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            command.set(1, 0, bad, 0);
            link.send(command);
            assertArrayEquals(new double[] {0, 0, 0, 0, 0}, sent);
        }
        assertEquals(2, link.notFinite());
    }
}
