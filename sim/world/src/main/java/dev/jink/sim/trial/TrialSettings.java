package dev.jink.sim.trial;

import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.drone.Wind;
import dev.jink.sim.scene.CourseSettings;
import dev.jink.sim.scene.Courses;

/**
 * One sort of trial; the seed makes the single trial of it.
 *
 * @param speed wanted, m/s
 * @param frameHz pictures per second; a flight's steps are the simulator's
 * @param latencySeconds from a picture to the drone obeying its command: {@link #OWN_LATENCY} and
 *     what is injected on top of it
 * @param limitSeconds a goal not reached by then is a failure
 */
public record TrialSettings(
        CourseSettings course,
        double speed,
        double frameHz,
        double latencySeconds,
        double limitSeconds,
        Wind wind,
        DroneSettings drone,
        PlannerSettings planner,
        SensorSettings sensor) {

    /**
     * Seconds that exposure, transport, the node's budget and the controller's input take without
     * any being injected.
     */
    public static final double OWN_LATENCY = 0.05;

    public TrialSettings {
        Course.ahead(course.goalM(), speed); // refuses a speed that can't be flown
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

    /** The demo's course at a speed: 30 pictures a second, no latency but the own, calm air. */
    public static TrialSettings demo(double speed) {
        PlannerSettings planner = PlannerSettings.defaults();
        return new TrialSettings(
                CourseSettings.demo(),
                speed,
                30,
                OWN_LATENCY,
                60,
                Wind.CALM,
                DroneSettings.defaults(),
                planner.withMaxSpeed(Math.max(speed, planner.maxSpeed())),
                SensorSettings.flight());
    }

    /** The world of one seed. */
    public Stage stage(long seed) {
        return new Stage(
                Courses.scene(seed, course),
                Courses.movers(seed, course),
                Course.ahead(course.goalM(), speed),
                wind,
                sensor,
                frameHz,
                seed);
    }

    public TrialSettings withCourse(CourseSettings other) {
        return new TrialSettings(
                other, speed, frameHz, latencySeconds, limitSeconds, wind, drone, planner, sensor);
    }

    public TrialSettings withFrameHz(double other) {
        return new TrialSettings(
                course, speed, other, latencySeconds, limitSeconds, wind, drone, planner, sensor);
    }

    public TrialSettings withLatency(double seconds) {
        return new TrialSettings(
                course, speed, frameHz, seconds, limitSeconds, wind, drone, planner, sensor);
    }

    public TrialSettings withLimit(double seconds) {
        return new TrialSettings(
                course, speed, frameHz, latencySeconds, seconds, wind, drone, planner, sensor);
    }

    public TrialSettings withWind(Wind other) {
        return new TrialSettings(
                course,
                speed,
                frameHz,
                latencySeconds,
                limitSeconds,
                other,
                drone,
                planner,
                sensor);
    }

    public TrialSettings withPlanner(PlannerSettings other) {
        return new TrialSettings(
                course, speed, frameHz, latencySeconds, limitSeconds, wind, drone, other, sensor);
    }

    public TrialSettings withSensor(SensorSettings other) {
        return new TrialSettings(
                course, speed, frameHz, latencySeconds, limitSeconds, wind, drone, planner, other);
    }
}
