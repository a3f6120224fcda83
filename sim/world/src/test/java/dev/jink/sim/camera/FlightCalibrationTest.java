package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.Mount;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.delay.CameraDelay;
import dev.jink.calibration.flight.StraightFlight;
import dev.jink.calibration.mount.MountEstimate;
import dev.jink.sim.scene.SceneKind;
import dev.jink.sim.scene.Scenes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Mount and delay from what a camera sees in flight, from pixels on. */
class FlightCalibrationTest {
    private static final Pose START = Pose.of(2, 0, 2.5, 0, 0, 0);
    private static final Mount TRUTH =
            new Mount(Math.toRadians(3), Math.toRadians(8), Math.toRadians(-6), 0.1, 0.02, -0.05);

    /** As it stands on the drawing. */
    private static final Mount DRAWN = new Mount(0, 0.1, 0, 0.1, 0.02, -0.05);

    private static MountEstimate mount(RenderedFlight flight, SceneKind kind, long seed) {
        List<GrayPicture> pictures = flight.pictures(Scenes.generate(kind, seed), START, TRUTH);
        MountEstimate found =
                StraightFlight.estimate(
                        flight.odometry,
                        RenderedFlight.followed(pictures, 0, StraightFlight::tracker),
                        0,
                        DRAWN,
                        RenderedFlight.PIXEL_RAD);
        System.out.printf(
                "mount, %s %d: off by %.3f, %.3f, %.3f degrees, stated %.3f, %.3f, %.3f%n",
                kind,
                seed,
                Math.toDegrees(found.mount().rollRad() - TRUTH.rollRad()),
                Math.toDegrees(found.mount().pitchRad() - TRUTH.pitchRad()),
                Math.toDegrees(found.mount().yawRad() - TRUTH.yawRad()),
                Math.toDegrees(found.half95()[0]),
                Math.toDegrees(found.half95()[1]),
                Math.toDegrees(found.half95()[2]));
        return found;
    }

    @ParameterizedTest
    @CsvSource({"FOREST,2", "STREET,1", "WALLS,1"})
    void shouldFindTheMountFromPicturesOfAFlight(SceneKind kind, long seed) {
        MountEstimate found = mount(new RenderedFlight(6, 2, 0.7, 0.3), kind, seed);
        double off = Math.toDegrees(MountEstimate.angleRad(found.mount(), TRUTH));
        assertTrue(off < 0.3, off + " degrees off");
    }

    @Test
    void shouldFindTheDirectionOfAStraightFlightAndLeaveTheRollAboutItOpen() {
        MountEstimate found = mount(new RenderedFlight(6, 2, 0, 0), SceneKind.STREET, 2);
        // The body's forward, which is flown along, in the camera's frame.
        double[] seen = forward(found.mount());
        double[] truly = forward(TRUTH);
        double cosine = seen[0] * truly[0] + seen[1] * truly[1] + seen[2] * truly[2];
        assertTrue(Math.toDegrees(Math.acos(cosine)) < 0.3, "cosine " + cosine);
        assertTrue(found.half95()[0] > Math.toRadians(5), "roll " + found.half95()[0]);
    }

    private static double[] forward(Mount mount) {
        var optical = mount.opticalFromBody();
        return new double[] {optical.a11, optical.a21, optical.a31};
    }

    @ParameterizedTest
    @CsvSource({"0.033,0,STREET,1", "0.120,1.5,FOREST,2"})
    void shouldFindHowOldPicturesAre(double seconds, double speed, SceneKind kind, long seed) {
        RenderedFlight flight = new RenderedFlight(5, speed, speed / 4, 0.8);
        List<GrayPicture> pictures = flight.pictures(Scenes.generate(kind, seed), START, TRUTH);
        CameraDelay found =
                CameraDelay.estimate(
                        flight.odometry,
                        RenderedFlight.followed(pictures, seconds, CameraDelay::tracker),
                        DRAWN,
                        RenderedFlight.PIXEL_RAD);
        System.out.printf(
                "delay, %s %d: off by %.2f ms, stated %.2f%n",
                kind, seed, 1e3 * (found.seconds() - seconds), 1e3 * found.half95());
        assertEquals(seconds, found.seconds(), 0.003);
    }
}
