package dev.jink.sim.ros;

import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.DroneSettings;
import dev.jink.sim.scene.ForestSettings;

/**
 * A live flight.
 *
 * @param seed of the forest and the sensor's noise
 * @param speed wanted, m/s
 * @param frameHz pictures per second
 * @param limitSeconds the flight ends then, wherever the drone is
 * @param straight true: the drone obeys its own wish and no cmd_vel, to show what is in the way
 * @param waitSeconds how long to hover for the first cmd_vel before giving up
 */
public record SimulatorSettings(
        ForestSettings forest,
        long seed,
        double speed,
        double frameHz,
        double limitSeconds,
        boolean straight,
        double waitSeconds,
        DroneSettings drone,
        SensorSettings sensor) {

    public SimulatorSettings {
        Course.ahead(forest.goalM(), speed); // refuses a speed that can't be flown
        if (!(frameHz >= 1 && frameHz <= 120)) {
            throw new IllegalArgumentException(
                    "simulator: frame rate is " + frameHz + " Hz, wanted 1 to 120");
        }
        if (!(limitSeconds > 0 && waitSeconds > 0)) {
            throw new IllegalArgumentException(
                    "simulator: limit is "
                            + limitSeconds
                            + " s, wait "
                            + waitSeconds
                            + " s; wanted both above 0");
        }
    }

    /** The demo: its forest at 3 m/s, 30 pictures a second. */
    public static SimulatorSettings demo(long seed, double limitSeconds, boolean straight) {
        return new SimulatorSettings(
                ForestSettings.demo(),
                seed,
                3,
                30,
                limitSeconds,
                straight,
                60,
                DroneSettings.defaults(),
                SensorSettings.flight());
    }

    public SimulatorSettings withSpeed(double other) {
        return new SimulatorSettings(
                forest, seed, other, frameHz, limitSeconds, straight, waitSeconds, drone, sensor);
    }

    public SimulatorSettings withForest(ForestSettings other) {
        return new SimulatorSettings(
                other, seed, speed, frameHz, limitSeconds, straight, waitSeconds, drone, sensor);
    }

    public SimulatorSettings withWait(double seconds) {
        return new SimulatorSettings(
                forest, seed, speed, frameHz, limitSeconds, straight, seconds, drone, sensor);
    }
}
