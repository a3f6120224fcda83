package dev.jink.sim.trial;

import dev.jink.sim.camera.SensorSettings;
import dev.jink.sim.drone.Course;
import dev.jink.sim.drone.Wind;
import dev.jink.sim.scene.Mover;
import dev.jink.sim.scene.Scene;

import java.util.List;

/**
 * One flight's world, wholly settled by its seed: what stands, what walks, what blows, and the way
 * to fly.
 *
 * @param course where the drone hovers at first, looking at the goal, and where it shall go
 * @param frameHz pictures a second, the first at time 0
 * @param sensor how the camera makes pictures of light, where a simulator can be told
 * @param seed of the sensor's noise and the gusts
 */
public record Stage(
        Scene scene,
        List<Mover> movers,
        Course course,
        Wind wind,
        SensorSettings sensor,
        double frameHz,
        long seed) {

    public Stage {
        movers = List.copyOf(movers);
    }
}
