package dev.jink.sim.fly;

import dev.jink.sim.drone.Wind;
import dev.jink.sim.scene.CourseKind;
import dev.jink.sim.scene.CourseSettings;
import dev.jink.sim.trial.TrialSettings;

import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;

/** What is flown: every combination of the values given is a point of the sweep. */
final class SweepOptions {
    @Option(
            names = "--course",
            split = ",",
            defaultValue = "forest",
            description = "forest, corridor, gap, urban, indoor (${DEFAULT-VALUE})")
    private List<CourseKind> courses;

    @Option(
            names = "--spacing",
            split = ",",
            defaultValue = "5",
            description = "of trees, things or walls, m, 1.2 to 30 (${DEFAULT-VALUE})")
    private List<Double> spacings;

    @Option(
            names = "--speed",
            split = ",",
            defaultValue = "3",
            description = "wanted, m/s (${DEFAULT-VALUE})")
    private List<Double> speeds;

    @Option(
            names = "--latency-ms",
            split = ",",
            defaultValue = "0",
            description = "injected on top of the 50 ms of every flight (${DEFAULT-VALUE})")
    private List<Double> latencies;

    @Option(
            names = "--frame-rate",
            split = ",",
            defaultValue = "30",
            description = "pictures a second, 1 to 240 (${DEFAULT-VALUE})")
    private List<Double> frameRates;

    @Option(
            names = "--noise",
            split = ",",
            defaultValue = "1",
            description = "of the camera, times the usual, 0 to 20 (${DEFAULT-VALUE})")
    private List<Double> noises;

    @Option(
            names = "--wind",
            split = ",",
            defaultValue = "0",
            description = "mean, m/s, with gusts of a third of it, 0 to 20 (${DEFAULT-VALUE})")
    private List<Double> winds;

    @Option(
            names = "--movers",
            split = ",",
            defaultValue = "0",
            description = "people who walk across the way, 0 to 50 (${DEFAULT-VALUE})")
    private List<Integer> movers;

    @Option(
            names = "--goal",
            defaultValue = "40",
            description = "its distance ahead, m (${DEFAULT-VALUE})")
    private double goalM;

    @Option(
            names = "--limit",
            defaultValue = "60",
            description = "seconds a flight may last (${DEFAULT-VALUE})")
    private double limitSeconds;

    /** @throws IllegalArgumentException in one line, when a value is out of its range */
    List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (CourseKind course : courses) {
            for (int walkers : movers) {
                for (double spacing : spacings) {
                    for (double speed : speeds) {
                        conditions(
                                new CourseSettings(course, spacing, goalM, walkers), speed, points);
                    }
                }
            }
        }
        return points;
    }

    private void conditions(CourseSettings course, double speed, List<Point> points) {
        for (double latency : latencies) {
            for (double rate : frameRates) {
                for (double noise : noises) {
                    for (double wind : winds) {
                        TrialSettings plain = TrialSettings.demo(speed).withCourse(course);
                        TrialSettings settings =
                                plain.withLatency(TrialSettings.OWN_LATENCY + latency / 1000)
                                        .withFrameHz(rate)
                                        .withSensor(plain.sensor().noisier(noise))
                                        .withWind(Wind.of(wind))
                                        .withLimit(limitSeconds);
                        points.add(new Point(settings, latency, noise));
                    }
                }
            }
        }
    }
}
