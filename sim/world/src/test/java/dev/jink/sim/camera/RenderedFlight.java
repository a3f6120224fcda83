package dev.jink.sim.camera;

import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;
import dev.jink.sim.scene.Scene;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A drone that flies through a scene by its odometry, and the pictures that its camera takes. */
final class RenderedFlight {
    static final CameraModel CAMERA =
            CameraModel.of(
                    640,
                    480,
                    "plumb_bob",
                    new double[] {-0.2, 0.05, 0.0005, -0.0005, 0},
                    new double[] {400, 0, 325, 0, 402, 236, 0, 0, 1});

    static final double PIXEL_RAD = 1 / 400.0;
    private static final double ODOMETRY_S = 0.01;
    private static final double PICTURE_S = 1 / 12.0;

    /** Before and after the pictures there is odometry, as in a recording. */
    private static final double SPARE_S = 0.7;

    final OdometryTrack odometry;
    private final double seconds;

    /**
     * @param forward speed, m/s
     * @param weave amplitude of sideways and climbing speed, m/s
     * @param swing amplitude of the yaw rate, rad/s; pitch and roll swing with a part of it
     */
    RenderedFlight(double seconds, double forward, double weave, double swing) {
        this.seconds = seconds;
        List<double[]> samples = new ArrayList<>();
        for (double t = -SPARE_S; t <= seconds + SPARE_S; t += ODOMETRY_S) {
            samples.add(
                    new double[] {
                        t,
                        forward,
                        weave * Math.sin(1.9 * t),
                        weave * Math.cos(1.7 * t),
                        0.2 * swing * Math.sin(1.7 * t),
                        0.3 * swing * Math.sin(2.3 * t + 1),
                        swing * Math.cos(2.6 * t)
                    });
        }
        odometry = new OdometryTrack(samples);
    }

    /** Where the body is, from its place at time 0. */
    private Pose body(Pose start, double timeS) {
        OdometryTrack.Motion motion = odometry.between(0, timeS);
        double[] m = motion.movedM();
        Mount turned = Mount.of(motion.rotation(), m[0], m[1], m[2]);
        return start.then(Pose.of(turned));
    }

    /** The pictures, in order. */
    List<GrayPicture> pictures(Scene scene, Pose start, Mount mount) {
        Renderer renderer = new Renderer(CameraRays.of(CAMERA));
        Shot shot = new Shot(CAMERA.width(), CAMERA.height());
        Sensor sensor = new Sensor(CAMERA.width(), CAMERA.height());
        List<GrayPicture> pictures = new ArrayList<>();
        for (int i = 0; i * PICTURE_S < seconds; i++) {
            renderer.render(scene, body(start, i * PICTURE_S).then(Pose.of(mount)), shot);
            byte[] gray = new byte[CAMERA.width() * CAMERA.height()];
            sensor.expose(shot, SensorSettings.flight(), i, gray);
            pictures.add(new GrayPicture("frame " + i, CAMERA.width(), CAMERA.height(), gray));
        }
        return pictures;
    }

    /** What is followed through the pictures when each is stamped so much later than it was taken. */
    static List<RayPairs> followed(
            List<GrayPicture> pictures,
            double delayS,
            Function<CameraModel, FlowTracker> tracking) {
        List<RayPairs> pairs = new ArrayList<>();
        try (FlowTracker tracker = tracking.apply(CAMERA)) {
            for (int i = 0; i < pictures.size(); i++) {
                RayPairs some = tracker.next(pictures.get(i), i * PICTURE_S + delayS);
                if (some != null) {
                    pairs.add(some);
                }
            }
        }
        return pairs;
    }
}
