package dev.jink.sim.drone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Motion;
import dev.jink.sim.camera.Pose;
import dev.jink.sim.scene.Dice;

import org.junit.jupiter.api.Test;

class DroneTest {
    private final DroneSettings settings = DroneSettings.defaults();
    private final Drone drone = new Drone(settings, 0, 0, 1.5, 0);

    private static void fly(Drone drone, double seconds) {
        for (int i = 0; i < seconds / Drone.STEP_SECONDS; i++) {
            drone.step();
        }
    }

    @Test
    void shouldReachTheVelocityCommandedInItsOwnFrame() {
        Drone turned = new Drone(settings, 0, 0, 1.5, Math.PI / 2);
        turned.command(3, 1, 0.5, 0);
        fly(turned, 5);
        assertEquals(-1, turned.vx(), 0.01);
        assertEquals(3, turned.vy(), 0.01);
        assertEquals(0.5, turned.vz(), 0.01);
        Motion own = new Motion();
        turned.motion(own);
        assertEquals(3, own.vx, 0.01);
        assertEquals(1, own.vy, 0.01);
        assertTrue(own.known);
    }

    @Test
    void shouldHoverWithoutACommand() {
        fly(drone, 3);
        assertEquals(new TrackPoint(3, 0, 0, 1.5, 0), TrackPoint.of(drone));
        assertEquals(0, drone.pose().pitchRad(), 1e-12);
    }

    @Test
    void shouldStayWithinItsLimitsWhateverIsCommanded() {
        Dice dice = new Dice(21);
        double level = 9.81 * Math.tan(settings.maxTiltRad());
        double vx = 0;
        double vy = 0;
        double vz = 0;
        double ax = 0;
        double ay = 0;
        double az = 0;
        double yawRate = 0;
        for (int i = 0; i < 20_000; i++) {
            if (i % 40 == 0) {
                drone.command(
                        dice.uniform(-30, 30),
                        dice.uniform(-30, 30),
                        dice.uniform(-9, 9),
                        dice.uniform(-9, 9));
            }
            drone.step();
            double nowX = (drone.vx() - vx) / Drone.STEP_SECONDS;
            double nowY = (drone.vy() - vy) / Drone.STEP_SECONDS;
            double nowZ = (drone.vz() - vz) / Drone.STEP_SECONDS;
            assertTrue(Math.hypot(nowX, nowY) <= level + 1e-6, "seed 21 step " + i);
            assertTrue(Math.abs(nowZ) <= settings.maxClimbAccel() + 1e-6);
            double jerk =
                    Math.sqrt(
                                    Math.pow(nowX - ax, 2)
                                            + Math.pow(nowY - ay, 2)
                                            + Math.pow(nowZ - az, 2))
                            / Drone.STEP_SECONDS;
            assertTrue(jerk <= settings.maxJerk() * (1 + 1e-6), "seed 21 step " + i);
            assertTrue(Math.abs(drone.yawRate()) <= settings.maxYawRate() + 1e-9);
            assertTrue(
                    Math.abs(drone.yawRate() - yawRate)
                            <= settings.maxYawAccel() * Drone.STEP_SECONDS + 1e-9);
            assertTrue(drone.speed() <= settings.maxSpeed() * 1.3, "seed 21 step " + i);
            vx = drone.vx();
            vy = drone.vy();
            vz = drone.vz();
            ax = nowX;
            ay = nowY;
            az = nowZ;
            yawRate = drone.yawRate();
        }
    }

    @Test
    void shouldTiltTowardsItsAcceleration() {
        drone.command(5, 0, 0, 0);
        fly(drone, 0.2);
        Pose ahead = drone.pose();
        assertTrue(ahead.pitchRad() > 0.1, "nose down to gain speed");
        assertEquals(0, ahead.rollRad(), 1e-9);
        Drone aside = new Drone(settings, 0, 0, 1.5, 0.7);
        aside.command(0, -5, 0, 0);
        fly(aside, 0.2);
        assertTrue(aside.pose().rollRad() > 0.1, "right side down to go right");
        drone.command(0, 0, 0, 0);
        fly(drone, 0.3);
        assertTrue(drone.pose().pitchRad() < -0.05, "nose up to brake");
    }

    /** Whoever adds up the rates told, as mount-flight does, must arrive at the attitudes told. */
    @Test
    void shouldTurnAsItsAttitudeDoes() {
        double[] rate = new double[3];
        for (double[] command :
                new double[][] {{4, 0, 0, 0}, {3, -3, 1, 1.5}, {-2, 4, -1, -1}, {0, 0, 0, 0}}) {
            drone.command(command[0], command[1], command[2], command[3]);
            double most = 0;
            for (int i = 0; i < 120; i++) {
                Pose before = drone.pose();
                drone.step();
                drone.turnRate(rate);
                double half = Drone.STEP_SECONDS / 2;
                double w = Math.sqrt(1 - half * half * square(rate));
                Pose turned =
                        before.then(
                                new Pose(
                                        0,
                                        0,
                                        0,
                                        half * rate[0],
                                        half * rate[1],
                                        half * rate[2],
                                        w));
                Pose now = drone.pose();
                assertEquals(now.rollRad(), turned.rollRad(), 2e-4);
                assertEquals(now.pitchRad(), turned.pitchRad(), 2e-4);
                assertEquals(now.yawRad(), turned.yawRad(), 2e-4);
                most = Math.max(most, Math.hypot(rate[0], rate[1]));
            }
            assertTrue(most > 1, "it rolls and pitches: " + most);
        }
    }

    private static double square(double[] v) {
        return v[0] * v[0] + v[1] * v[1] + v[2] * v[2];
    }

    @Test
    void shouldTurnLeftWithAPositiveRate() {
        drone.command(0, 0, 0, 1);
        fly(drone, 1);
        assertTrue(drone.yawRad() > 0.8 && drone.yawRad() < 1.01);
    }

    @Test
    void shouldStandStillOnACommandThatIsNoNumber() {
        drone.command(3, 0, 0, 0);
        fly(drone, 2);
        drone.command(Double.NaN, 0, 0, 0);
        fly(drone, 3);
        assertEquals(0, drone.speed(), 0.01);
    }

    @Test
    void shouldFlyOnAlikeAsACopy() {
        drone.command(3, 1, 0, 0.5);
        fly(drone, 0.7);
        Drone twin = drone.copy();
        fly(drone, 1);
        assertTrue(twin.seconds() < drone.seconds());
        fly(twin, 1);
        assertEquals(TrackPoint.of(drone), TrackPoint.of(twin));
    }

    @Test
    void shouldSayWhatIsWrongWithItsSettings() {
        assertEquals(
                "drone: radius_m is 0.0, wanted a number above 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new DroneSettings(0, 1, 0.5, 1, 1, 1, 1, 0, 1))
                        .getMessage());
    }
}
