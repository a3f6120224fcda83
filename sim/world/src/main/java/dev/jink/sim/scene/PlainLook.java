package dev.jink.sim.scene;

import java.util.ArrayList;
import java.util.List;

/**
 * A scene as the plainest of renderers draws it: tree tops and bushes are closed solids, the sun
 * throws no shadows, the sky is even and of any grey, as dark as the ground perhaps. Half of what
 * tells near from far in our own renderer is then missing, as it is in Gazebo's and in dull weather;
 * a network should manage without.
 */
public final class PlainLook {
    private PlainLook() {}

    /** Shapes and what is an obstacle stay. The same seed gives the same look. */
    public static Scene of(Scene scene, long seed) {
        Dice dice = new Dice(seed);
        Light light = scene.light().plain(sky(scene, dice));
        List<Primitive> things = new ArrayList<>(scene.primitives().size());
        for (Primitive each : scene.primitives()) {
            things.add(new Primitive(each.shape(), closed(each.material(), dice), each.obstacle()));
        }
        return new Scene(
                scene.kind(),
                things,
                scene.ground(),
                scene.ceiling(),
                scene.ceilingM(),
                light,
                scene.region());
    }

    /** From somewhat darker than the lit ground, which a background colour may well be, to glaring. */
    private static double sky(Scene scene, Dice dice) {
        Light light = scene.light();
        if (scene.indoors()) {
            return light.skyHorizon();
        }
        double lit = light.ambient() + light.sun() * light.sunZ();
        return scene.ground().base() * lit * dice.logUniform(0.6, 12);
    }

    private static Material closed(Material material, Dice dice) {
        if (material.porosity() == 0) {
            return material;
        }
        Pattern pattern =
                dice.pick(Pattern.FOLIAGE, Pattern.FOLIAGE, Pattern.BLOBS, Pattern.LITTER);
        return material.porous(0)
                .drawn(pattern, dice.logUniform(1, 12))
                .coloured(material.base(), material.base() * dice.uniform(0.3, 1.5));
    }
}
