package dev.jink.sim.scene;

import java.util.List;

/**
 * Light of a scene, in arbitrary linear luminance units: a white matt surface under ambient 1 has
 * luminance 1.
 *
 * @param ambient light from everywhere
 * @param sun light of the sun on a surface that faces it; 0 = overcast or indoors
 * @param sunX unit vector towards the sun, world frame
 * @param skyHorizon luminance of the sky at the horizon
 * @param skyZenith luminance of the sky overhead
 * @param cloud contrast of clouds, 0..1
 * @param hazeM distance at which half of a thing's luminance is replaced by the horizon's
 * @param skylineRad how high a far treeline or row of houses stands above the horizon; 0 = none
 * @param shadows whether things keep the sun from what lies behind them
 * @param seed of clouds and skyline
 */
public record Light(
        double ambient,
        double sun,
        double sunX,
        double sunY,
        double sunZ,
        double skyHorizon,
        double skyZenith,
        double cloud,
        double hazeM,
        double skylineRad,
        boolean shadows,
        int seed,
        List<Lamp> lamps) {

    public Light {
        lamps = List.copyOf(lamps);
    }

    /** Even light from everywhere and an even sky: for tests. */
    public static Light even(double ambient) {
        return new Light(ambient, 0, 0, 0, 1, ambient, ambient, 0, 1e9, 0, true, 0, List.of());
    }

    static Light outdoors(Dice dice) {
        double azimuth = dice.uniform(0, 2 * Math.PI);
        double elevation = dice.uniform(0.2, 1.3);
        boolean sunny = dice.chance(0.55);
        return new Light(
                dice.logUniform(0.3, 1),
                sunny ? dice.logUniform(0.3, 3) : 0,
                Math.cos(azimuth) * Math.cos(elevation),
                Math.sin(azimuth) * Math.cos(elevation),
                Math.sin(elevation),
                dice.logUniform(0.6, 8),
                dice.logUniform(0.5, 6),
                dice.uniform(0, 0.6),
                dice.chance(0.3) ? dice.logUniform(25, 200) : dice.logUniform(200, 2000),
                dice.chance(0.75) ? dice.uniform(0.02, 0.25) : 0,
                true,
                dice.integer(1 << 16),
                List.of());
    }

    /** The same sun and lamps as a plain renderer shows them: no shadows, no clouds, an even sky. */
    Light plain(double sky) {
        return new Light(ambient, sun, sunX, sunY, sunZ, sky, sky, 0, hazeM, 0, false, seed, lamps);
    }

    static Light indoors(Dice dice, List<Lamp> lamps) {
        double glow = dice.logUniform(0.05, 0.8);
        return new Light(
                glow, 0, 0, 0, 1, glow, glow, 0, 1e9, 0, true, dice.integer(1 << 16), lamps);
    }
}
