package dev.jink.gazebo.world;

import dev.jink.sim.scene.Dice;
import dev.jink.sim.scene.Lamp;
import dev.jink.sim.scene.Light;

import java.util.Comparator;
import java.util.List;

/**
 * A scene's light within the levels 0 … 1 that Gazebo's renderer has: what our own simulator leaves
 * to the camera's exposure is settled here.
 */
final class Lighting {
    /** Ogre's materials take no more lights at once. */
    private static final int MOST_LAMPS = 6;

    private static final double HAZE_SEEN_M = 400;

    private Lighting() {}

    /** Share of the light that comes from everywhere; the rest is the sun's. */
    private static double ambient(Light light) {
        double sun = 0.7 * light.sun();
        return Math.clamp(light.ambient() / (light.ambient() + sun), 0.25, 0.95);
    }

    /** The scene element's inside: ambient light and the sky's colour; no shadows. */
    static String scene(Light light, boolean indoors, String fog) {
        double ambient = indoors ? Math.clamp(light.ambient(), 0.25, 0.6) : ambient(light);
        double[] sky = sky(light);
        return """
            <scene>
              <ambient>%s 1</ambient>
              <background>%s 1</background>
              <shadows>false</shadows>
        %s    </scene>
        """
                .formatted(Text.n(ambient, ambient, ambient), Text.n(sky), fog);
    }

    /** Haze, where the scene has one that can be seen; Classic only. */
    static String fog(Light light, boolean indoors) {
        if (indoors || light.hazeM() > HAZE_SEEN_M) {
            return "";
        }
        return """
              <fog><color>%s 1</color><type>exp</type><density>%s</density></fog>
        """
                .formatted(Text.n(sky(light)), Text.n(Math.log(2) / light.hazeM()));
    }

    /** Bright or dull, blue or grey, by the light's own seed. */
    private static double[] sky(Light light) {
        Dice dice = new Dice(light.seed());
        double lit = light.ambient() + light.sun();
        double level = Math.clamp(0.62 * Math.sqrt(light.skyHorizon() / lit), 0.3, 1);
        double blue = dice.uniform(0, 0.3);
        return new double[] {level * (1 - blue), level * (1 - blue / 2), level};
    }

    /** The lights: a sun, or lamps. */
    static String lights(Light light) {
        StringBuilder all = new StringBuilder();
        double sun = 1 - ambient(light);
        if (light.sun() > 0) {
            all.append(
                    """
                        <light name="sun" type="directional">
                          <cast_shadows>false</cast_shadows>
                          <pose>0 0 50 0 0 0</pose>
                          <diffuse>%s 1</diffuse>
                          <specular>0.1 0.1 0.1 1</specular>
                          <direction>%s</direction>
                        </light>
                    """
                            .formatted(
                                    Text.n(sun, sun, sun * 0.95),
                                    Text.n(-light.sunX(), -light.sunY(), -light.sunZ())));
        }
        List<Lamp> strongest =
                light.lamps().stream()
                        .sorted(Comparator.comparingDouble(Lamp::power).reversed())
                        .limit(MOST_LAMPS)
                        .toList();
        double most = strongest.isEmpty() ? 1 : strongest.getFirst().power();
        for (int i = 0; i < strongest.size(); i++) {
            Lamp lamp = strongest.get(i);
            double level = 1.1 * Math.sqrt(lamp.power() / most / strongest.size());
            all.append(
                    """
                        <light name="lamp%d" type="point">
                          <cast_shadows>false</cast_shadows>
                          <pose>%s 0 0 0</pose>
                          <diffuse>%s 1</diffuse>
                          <specular>0.1 0.1 0.1 1</specular>
                          <attenuation>
                            <range>30</range><constant>1</constant><linear>0.05</linear><quadratic>0.03</quadratic>
                          </attenuation>
                        </light>
                    """
                            .formatted(
                                    i,
                                    Text.n(lamp.x(), lamp.y(), lamp.z()),
                                    Text.n(level, level, level * 0.9)));
        }
        return all.toString();
    }
}
