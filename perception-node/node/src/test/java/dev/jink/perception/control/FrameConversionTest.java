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
    void shouldConvertAttitudeBackByTheSameTurn() {
        SplittableRandom dice = new SplittableRandom(7);
        for (int i = 0; i < 100; i++) {
            double[] q = unit(dice);
            double[] twice = q.clone();
            FrameConversion.attitudeEnuFluToNedFrd(twice);
            FrameConversion.attitudeEnuFluToNedFrd(twice);
            // q and -q are the same attitude.
            double sign = Math.signum(twice[0] * q[0]);
            for (int k = 0; k < 4; k++) {
                assertEquals(q[k], sign * twice[k], 1e-12, "seed 7, case " + i);
            }
        }
    }

    @Test
    void shouldTurnEachAxisOfTheBodyIntoNedByItsAttitude() {
        double half = Math.sqrt(0.5);
        double[] east = {0, 0, half, half}; // nose east: a quarter turn about down
        assertTurned(new double[] {0, 1, 0}, east, 1, 0, 0);
        assertTurned(new double[] {-1, 0, 0}, east, 0, 1, 0);
        assertTurned(new double[] {0, 0, 1}, east, 0, 0, 1);
        double[] noseDown = {0, -half, 0, half}; // about right, nose up is positive
        assertTurned(new double[] {0, 0, 1}, noseDown, 1, 0, 0);
        assertTurned(new double[] {0, 1, 0}, noseDown, 0, 1, 0);
        double[] onTheRightSide = {half, 0, 0, half};
        assertTurned(new double[] {1, 0, 0}, onTheRightSide, 1, 0, 0);
        assertTurned(new double[] {0, 0, 1}, onTheRightSide, 0, 1, 0);
        assertTurned(new double[] {0, -1, 0}, onTheRightSide, 0, 0, 1);
    }

    @Test
    void shouldTurnBodyVelocitiesIntoTheWorldAndBack() {
        SplittableRandom dice = new SplittableRandom(8);
        for (int i = 0; i < 100; i++) {
            double[] q = unit(dice);
            double[] body = {dice.nextDouble(), dice.nextDouble(), dice.nextDouble()};
            double[] v = body.clone();
            FrameConversion.bodyToWorld(q, v);
            assertArrayEquals(rotate(q, body), v, 1e-12, "seed 8, case " + i);
            FrameConversion.worldToBody(q, v);
            assertArrayEquals(body, v, 1e-12, "seed 8, case " + i);
        }
    }

    @Test
    void shouldTurnLevelVelocitiesIntoNedByTheHeadingAndBack() {
        assertLevelToNed(new double[] {0, 1, 0}, 0, 1, 0, 0); // nose east
        assertLevelToNed(new double[] {1, 0, 0}, 0, 0, 1, 0); // its left is north
        assertLevelToNed(new double[] {0, 0, -1}, 0, 0, 0, 1);
        assertLevelToNed(new double[] {1, 0, 0}, Math.PI / 2, 1, 0, 0); // nose north
        assertLevelToNed(new double[] {0, -1, 0}, Math.PI / 2, 0, 1, 0); // its left is west
        assertLevelToNed(new double[] {0, -1, 0}, Math.PI, 1, 0, 0); // nose west
        assertLevelToNed(new double[] {-1, 0, 0}, -Math.PI / 2, 1, 0, 0); // nose south
        SplittableRandom dice = new SplittableRandom(9);
        for (int i = 0; i < 100; i++) {
            double yaw = dice.nextDouble(-4, 4);
            double[] level = {dice.nextDouble(), dice.nextDouble(), dice.nextDouble()};
            double[] v = level.clone();
            FrameConversion.levelToNed(yaw, v);
            double[] enu = level.clone();
            FrameConversion.levelToEnu(yaw, enu);
            FrameConversion.enuNed(enu);
            assertArrayEquals(enu, v, CLOSE, "seed 9, case " + i);
            FrameConversion.nedToLevel(yaw, v);
            assertArrayEquals(level, v, CLOSE, "seed 9, case " + i);
            FrameConversion.levelToEnu(yaw, v);
            FrameConversion.enuToLevel(yaw, v);
            assertArrayEquals(level, v, CLOSE, "seed 9, case " + i);
        }
    }

    @Test
    void shouldConvertEverythingBackByTheSameCall() {
        double[] v = {1, 2, 3};
        FrameConversion.fluFrd(v);
        FrameConversion.fluFrd(v);
        FrameConversion.enuNed(v);
        FrameConversion.enuNed(v);
        assertArrayEquals(new double[] {1, 2, 3}, v, EXACT);
        assertEquals(0.3, FrameConversion.yawRateFluFrd(FrameConversion.yawRateFluFrd(0.3)), EXACT);
        for (double yaw = -3; yaw <= 3; yaw += 0.25) {
            double back = FrameConversion.yawEnuToNed(FrameConversion.yawEnuToNed(yaw));
            assertEquals(yaw, back, CLOSE);
        }
    }

    @Test
    void shouldSayTheSameHeadingByYawAndByAttitude() {
        for (double yaw = -3; yaw <= 3; yaw += 0.25) {
            double[] q = {0, 0, Math.sin(yaw / 2), Math.cos(yaw / 2)};
            FrameConversion.attitudeEnuFluToNedFrd(q);
            assertEquals(
                    FrameConversion.yawEnuToNed(yaw),
                    FrameConversion.yaw(q[0], q[1], q[2], q[3]),
                    1e-9);
        }
    }

    private static void assertTurned(double[] wanted, double[] q, double x, double y, double z) {
        double[] v = {x, y, z};
        FrameConversion.bodyToWorld(q, v);
        assertArrayEquals(wanted, v, CLOSE);
    }

    private static void assertLevelToNed(
            double[] wanted, double yawEnu, double x, double y, double z) {
        double[] v = {x, y, z};
        FrameConversion.levelToNed(yawEnu, v);
        assertArrayEquals(wanted, v, CLOSE);
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
