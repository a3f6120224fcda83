package dev.jink.sim.trial;

import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.drone.Wind;
import dev.jink.sim.scene.Forest;
import dev.jink.sim.scene.ForestSettings;

import java.util.List;

/**
 * One sort of trial; the seed makes the single trial of it.
 *
 * @param forest the course
 * @param speed wanted, m/s
 * @param frameHz pictures per second; the flight runs in steps of 1/240 s
 * @param latencySeconds from a picture to the drone obeying its command
 * @param limitSeconds a goal not reached by then is a failure
 */
public record TrialSettings(
        ForestSettings forest,
        double speed,
        double frameHz,
        double latencySeconds,
        double limitSeconds,
        DroneSettings drone,
        PlannerSettings planner,
        SensorSettings sensor) {

    public TrialSettings {
        Course.ahead(forest.goalM(), speed); // refuses a speed that can't be flown
        if (!(frameHz >= 1 && frameHz <= 240)) {
            throw new IllegalArgumentException(
                    "trial: frame rate is " + frameHz + " Hz, wanted 1 to 240");
        }
        if (!(latencySeconds >= 0 && latencySeconds <= 2)) {
            throw new IllegalArgumentException(
                    "trial: latency is " + latencySeconds + " s, wanted 0 to 2");
        }
        if (!(limitSeconds > 0 && limitSeconds <= 600)) {
            throw new IllegalArgumentException(
                    "trial: time limit is " + limitSeconds + " s, wanted more than 0, at most 600");
        }
    }

    /** The world of one seed. */
    Stage stage(long seed) {
        return new Stage(
                Forest.course(seed, forest),
                List.of(),
                Course.ahead(forest.goalM(), speed),
                Wind.CALM,
                sensor,
                frameHz,
                seed);
    }

    /** The demo's course at a speed: 30 pictures a second, 50 ms latency, a minute's time. */
    public static TrialSettings demo(double speed) {
        PlannerSettings planner = PlannerSettings.defaults();
        return new TrialSettings(
                ForestSettings.demo(),
                speed,
                30,
                0.05,
                60,
                DroneSettings.defaults(),
                planner.withMaxSpeed(Math.max(speed, planner.maxSpeed())),
                SensorSettings.flight());
    }

    public TrialSettings withForest(ForestSettings other) {
        return new TrialSettings(
                other, speed, frameHz, latencySeconds, limitSeconds, drone, planner, sensor);
    }

    public TrialSettings withPlanner(PlannerSettings other) {
        return new TrialSettings(
                forest, speed, frameHz, latencySeconds, limitSeconds, drone, other, sensor);
    }

    public TrialSettings withLatency(double seconds) {
        return new TrialSettings(
                forest, speed, frameHz, seconds, limitSeconds, drone, planner, sensor);
    }

    public TrialSettings withLimit(double seconds) {
        return new TrialSettings(
                forest, speed, frameHz, latencySeconds, seconds, drone, planner, sensor);
    }
}
