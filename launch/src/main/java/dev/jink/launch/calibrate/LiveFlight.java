package dev.jink.launch.calibrate;

import dev.jink.calibration.CalibrationException;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.flight.FlowTracker;
import dev.jink.calibration.flight.OdometryTrack;
import dev.jink.calibration.flight.RayPairs;
import dev.jink.launch.ros.TopicFlight;
import dev.jink.launch.ros.TopicPictures;
import dev.jink.launch.ros.TopicPictures.Taken;
import dev.jink.sim.command.UsageException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A flight as it happens, by two topics.
 *
 * @param onArrival pictures' times are those of their arrival by this machine's clock, which the
 *     odometry's stamps must share; otherwise pictures and odometry go by their stamps
 */
record LiveFlight(String topic, String odometryTopic, double seconds, boolean onArrival) {
    private static final double SECOND = 1e9;
    private static final long TELL_NANOS = 5_000_000_000L;

    /** Clocks further apart than this are different clocks. */
    private static final double MOST_APART_S = 1;

    Flight watch(CameraModel camera, Function<CameraModel, FlowTracker> tracking)
            throws InterruptedException {
        List<RayPairs> pairs = new ArrayList<>();
        int pictures = 0;
        double behind = 0;
        try (TopicFlight live = new TopicFlight(topic, odometryTopic);
                FlowTracker tracker = tracking.apply(camera)) {
            System.out.printf(
                    Locale.ROOT,
                    "listening to %s and %s for %.0f s%n",
                    topic,
                    odometryTopic,
                    seconds);
            long begin = System.nanoTime();
            long end = begin + (long) (seconds * SECOND);
            long tell = begin + TELL_NANOS;
            double lastS = Double.NEGATIVE_INFINITY;
            for (long now = begin; now < end; now = System.nanoTime()) {
                Taken taken = live.next(Math.min(end, tell) - now);
                if (System.nanoTime() >= tell) {
                    tell += TELL_NANOS;
                    System.out.printf(
                            "%d pictures, %d pairs of them tell something; %d odometry%n",
                            pictures, pairs.size(), live.odometry().size());
                }
                if (taken == null) {
                    continue;
                }
                CameraOptions.sameSize(camera, taken.picture());
                pictures++;
                behind += taken.arrivalS() - taken.stampS();
                double stampS = onArrival ? taken.arrivalS() : taken.stampS();
                if (stampS > lastS) {
                    lastS = stampS;
                    RayPairs some = tracker.next(taken.picture(), stampS);
                    if (some != null) {
                        pairs.add(some);
                    }
                }
            }
            return new Flight(odometry(live, pictures), pairs, pictures, behind / pictures);
        } catch (CalibrationException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private OdometryTrack odometry(TopicFlight live, int pictures) {
        if (pictures == 0) {
            throw new UsageException(
                    TopicPictures.nothing(topic, "picture", seconds, "sensor_msgs/Image"));
        }
        List<double[]> samples = live.odometry();
        if (samples.size() < 2) {
            throw new UsageException(
                    TopicPictures.nothing(
                            odometryTopic,
                            samples.isEmpty() ? "odometry" : "odometry with stamps that grow",
                            seconds,
                            "nav_msgs/Odometry"));
        }
        if (onArrival && !(Math.abs(live.odometryBehindS()) < MOST_APART_S)) {
            throw new UsageException(
                    String.format(
                            Locale.ROOT,
                            "%s: its stamps lie %.1f s behind this machine's clock, wanted less"
                                + " than %.0f s: synchronise the clocks, or record the flight and"
                                + " give --times",
                            odometryTopic,
                            live.odometryBehindS(),
                            MOST_APART_S));
        }
        return new OdometryTrack(samples);
    }
}
