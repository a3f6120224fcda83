package dev.jink.sim.camera;

import dev.jink.sim.scene.Dice;

/**
 * How a sensor turns light into 8-bit grey.
 *
 * @param meanGray mean level that auto-exposure aims at, 0..1 of full scale after gamma
 * @param exposureEv correction in stops: +3 blows highlights out, -4 leaves it dark
 * @param adaptation share of the exposure error corrected per picture: 1 at once, 0.1 slowly
 * @param gamma exponent of the response, 0.3 (flat) to 1 (linear)
 * @param pedestal level of black, 0..1: lifted by flare and haze
 * @param white level of full light, 0..1: lowered by weak contrast
 * @param vignette share of light lost in the corners, 0..1
 * @param blurPx deviation of the lens's blur in pixels, 0 to 2.5
 * @param motionPx length of the motion's smear in pixels
 * @param motionRad its direction in the picture, 0 = along rows
 * @param readNoise deviation in grey levels, the same everywhere
 * @param shotNoise deviation in grey levels at full light, growing with the root of the light
 */
public record SensorSettings(
        double meanGray,
        double exposureEv,
        double adaptation,
        double gamma,
        double pedestal,
        double white,
        double vignette,
        double blurPx,
        double motionPx,
        double motionRad,
        double readNoise,
        double shotNoise) {

    public SensorSettings {
        if (!(meanGray > 0 && meanGray < 1) || !(gamma >= 0.2 && gamma <= 2)) {
            throw new IllegalArgumentException(
                    "sensor: mean_gray is "
                            + meanGray
                            + ", gamma "
                            + gamma
                            + "; wanted mean_gray inside 0..1 and gamma 0.2 to 2");
        }
        if (!(pedestal >= 0 && pedestal < white && white <= 1)) {
            throw new IllegalArgumentException(
                    "sensor: pedestal is "
                            + pedestal
                            + ", white "
                            + white
                            + "; wanted 0 <= pedestal < white <= 1");
        }
        if (!(blurPx >= 0 && blurPx <= 2.5) || !(adaptation > 0 && adaptation <= 1)) {
            throw new IllegalArgumentException(
                    "sensor: blur_px is "
                            + blurPx
                            + ", adaptation "
                            + adaptation
                            + "; wanted blur_px 0 to 2.5 and adaptation above 0, at most 1");
        }
    }

    /** A decent camera in flight: exposure follows in a few pictures, a little blur and noise. */
    public static SensorSettings flight() {
        return new SensorSettings(0.42, 0, 0.3, 0.5, 0.01, 1, 0.25, 0.45, 0, 0, 1.5, 2);
    }

    /** The same sensor with this many times the noise, 0 to 20. */
    public SensorSettings noisier(double times) {
        if (!(times >= 0 && times <= 20)) {
            throw new IllegalArgumentException(
                    "sensor: noise is " + times + " times the usual, wanted 0 to 20");
        }
        return new SensorSettings(
                meanGray,
                exposureEv,
                adaptation,
                gamma,
                pedestal,
                white,
                vignette,
                blurPx,
                motionPx,
                motionRad,
                times * readNoise,
                times * shotNoise);
    }

    /** No blur, noise or vignette, linear: for tests. */
    public static SensorSettings ideal() {
        return new SensorSettings(0.4, 0, 1, 1, 0, 1, 0, 0, 0, 0, 0, 0);
    }

    /**
     * A random camera in a random moment: from good ones to blown-out, dark, smeared, flat, noisy.
     * For training, where the network must learn not to care. Same seed, same settings.
     */
    public static SensorSettings randomised(long seed) {
        Dice dice = new Dice(seed);
        double ev = dice.gaussian(0.7, 2);
        double sort = dice.uniform(0, 1);
        if (sort < 0.18) {
            ev += dice.uniform(1, 4);
        } else if (sort < 0.32) {
            ev -= dice.uniform(1, 4);
        }
        boolean flat = dice.chance(0.3);
        boolean smeared = dice.chance(0.25);
        boolean noisy = dice.chance(0.35);
        return new SensorSettings(
                dice.uniform(0.3, 0.55),
                ev,
                1,
                dice.logUniform(0.32, 1),
                flat ? dice.uniform(0.05, 0.4) : dice.uniform(0, 0.06),
                flat ? dice.uniform(0.6, 1) : 1,
                dice.chance(0.6) ? dice.uniform(0, 0.7) : 0,
                dice.chance(0.8) ? dice.logUniform(0.2, 1.6) : 0,
                smeared ? dice.logUniform(1.5, 9) : 0,
                dice.uniform(0, Math.PI),
                noisy ? dice.logUniform(1, 12) : dice.uniform(0, 2),
                noisy ? dice.logUniform(1, 14) : dice.uniform(0, 3));
    }
}
