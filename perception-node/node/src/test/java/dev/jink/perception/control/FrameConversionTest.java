package dev.jink.perception.control;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

class FrameConversionTest {
    private static final double EXACT = 0;
    private static final double CLOSE = 1e-12;

    private static double[] flu(double x, double y, double z) {
        double[] v = {x, y, z};
        FrameConversion.fluFrd(v);
        return v;
    }

    private static double[] enu(double x, double y, double z) {
        double[] v = {x, y, z};
        FrameConversion.enuNed(v);
        return v;
    }

    @Test
    void shouldConvertEachAxisOfTheBody() {
        assertArrayEquals(new double[] {1, -0.0, -0.0}, flu(1, 0, 0), EXACT);
        assertArrayEquals(new double[] {0, -1, -0.0}, flu(0, 1, 0), EXACT);
        assertArrayEquals(new double[] {0, -0.0, -1}, flu(0, 0, 1), EXACT);
    }

    @Test
    void shouldConvertEachAxisOfTheWorld() {
        assertArrayEquals(new double[] {0, 1, -0.0}, enu(1, 0, 0), EXACT);
        assertArrayEquals(new double[] {1, 0, -0.0}, enu(0, 1, 0), EXACT);
        assertArrayEquals(new double[] {0, 0, -1}, enu(0, 0, 1), EXACT);
    }

    @Test
    void shouldConvertHeadings() {
        assertEquals(Math.PI / 2, FrameConversion.yawEnuToNed(0), CLOSE); // east
        assertEquals(0, FrameConversion.yawEnuToNed(Math.PI / 2), CLOSE); // north
        assertEquals(-Math.PI / 2, FrameConversion.yawEnuToNed(Math.PI), CLOSE); // west
        assertEquals(-0.3, FrameConversion.yawRateFluFrd(0.3), EXACT);
    }

    @Test
    void shouldConvertAttitudeSoThatBothSayTheSameOfEveryVector() {
        SplittableRandom dice = new SplittableRandom(5);
        for (int i = 0; i < 100; i++) {
            double[] q = unit(dice);
            double[] ned = q.clone();
            FrameConversion.attitudeEnuFluToNedFrd(ned);
            double[] body = {dice.nextDouble(), dice.nextDouble(), dice.nextDouble()};
            double[] frd = body.clone();
            FrameConversion.fluFrd(frd);
            double[] viaEnu = rotate(q, body);
            FrameConversion.enuNed(viaEnu);
            assertArrayEquals(viaEnu, rotate(ned, frd), 1e-9, "seed 5, case " + i);
        }
    }

    @Test
    void shouldTakeOutRollAndPitchButNotYaw() {
        SplittableRandom dice = new SplittableRandom(6);
        for (int i = 0; i < 100; i++) {
            double[] q = unit(dice);
            double roll = FrameConversion.roll(q[0], q[1], q[2], q[3]);
            double pitch = FrameConversion.pitch(q[0], q[1], q[2], q[3]);
            double yaw = FrameConversion.yaw(q[0], q[1], q[2], q[3]);
            double[] body = {dice.nextDouble(), dice.nextDouble(), dice.nextDouble()};
            double[] level = body.clone();
            FrameConversion.bodyToLevel(roll, pitch, level);
            FrameConversion.levelToEnu(yaw, level);
            assertArrayEquals(rotate(q, body), level, 1e-9, "seed 6, case " + i);
        }
    }

    @Test
    void shouldSeeANoseDownDroneDescendWhenItFliesAlongItsNose() {
        double[] v = {2, 0, 0};
        FrameConversion.bodyToLevel(0, Math.toRadians(30), v);
        assertArrayEquals(new double[] {2 * Math.cos(Math.toRadians(30)), 0, -1}, v, CLOSE);
    }

    @Test
    void shouldSeeADroneThatLeansRightSlideRightWhenItLifts() {
        double[] v = {0, 0, 1};
        FrameConversion.bodyToLevel(Math.toRadians(90), 0, v);
        assertArrayEquals(new double[] {0, -1, 0}, v, CLOSE);
    }

    private static double[] unit(SplittableRandom dice) {
        double[] q = new double[4];
        double norm = 0;
        for (int i = 0; i < 4; i++) {
            q[i] = dice.nextDouble() * 2 - 1;
            norm += q[i] * q[i];
        }
        for (int i = 0; i < 4; i++) {
            q[i] /= Math.sqrt(norm);
        }
        return q;
    }

    /**
     * v + 2 u x (u x v + w v), the textbook formula, written out apart from the class under test.
     */
    private static double[] rotate(double[] q, double[] v) {
        double[] a = cross(q, v);
        for (int i = 0; i < 3; i++) {
            a[i] += q[3] * v[i];
        }
        double[] b = cross(q, a);
        return new double[] {v[0] + 2 * b[0], v[1] + 2 * b[1], v[2] + 2 * b[2]};
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {
            a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
        };
    }
}
