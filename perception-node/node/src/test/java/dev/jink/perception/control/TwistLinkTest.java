package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.jink.perception.avoid.Command;

import org.junit.jupiter.api.Test;

class TwistLinkTest {
    private double[] sent;
    private final TwistLink link =
            new TwistLink(
                    (stamp, vx, vy, vz, yawRate) ->
                            sent = new double[] {stamp, vx, vy, vz, yawRate});
    private final Command command = new Command();

    @Test
    void shouldSendTheCommandAsItIs() {
        command.set(1, -2, 0.5, 0.25);
        command.frameStampNanos = 42;
        link.send(command);
        assertArrayEquals(new double[] {42, 1, -2, 0.5, 0.25}, sent);
        assertEquals(0, link.notFinite());
    }

    @Test
    void shouldSendZeroInPlaceOfANumberThatIsNotFinite() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            command.set(1, bad, 0, 0);
            command.frameStampNanos = 42;
            link.send(command);
            assertArrayEquals(new double[] {42, 0, 0, 0, 0}, sent);
        }
        assertEquals(2, link.notFinite());
    }
}
