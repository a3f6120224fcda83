package dev.jink.sim.camera;

import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Noise;

/** Luminance where a ray meets nothing: gradient, clouds, the sun, a skyline. Pure, any thread. */
final class Sky {
    private Sky() {}

    static float luminance(Light light, float dx, float dy, float dz) {
        float up = Math.max(0, dz);
        float seed = light.seed() & 255;
        float glow = (float) (light.skyHorizon() + (light.skyZenith() - light.skyHorizon()) * up);
        if (light.skylineRad() > 0 && dz < 1.6f * light.skylineRad()) {
            float azimuth = Surface.angle(dy, dx);
            float height =
                    (float) light.skylineRad()
                            * (0.3f
                                    + 0.8f * Noise.at(azimuth * 9 + seed, seed)
                                    + 0.4f * Noise.at(azimuth * 40, seed + 9));
            if (dz < height) {
                float grain = Noise.at(azimuth * 60, dz * 60) + Noise.at(azimuth * 23, dz * 17);
                float dark = (float) light.ambient() * 0.12f * (0.4f + grain);
                return dark + 0.06f * (float) light.skyHorizon();
            }
        }
        if (light.cloud() > 0) {
            float k = 1.5f / (up + 0.15f);
            float puff =
                    Noise.at(dx * k + seed, dy * k + seed)
                            + 0.5f * Noise.at(dx * k * 3.3f, dy * k * 3.3f + seed)
                            - 0.75f;
            glow *= 1 + (float) light.cloud() * 1.5f * puff;
        }
        if (light.sun() > 0) {
            double towards = dx * light.sunX() + dy * light.sunY() + dz * light.sunZ();
            if (towards > 0.9) {
                glow += (float) (light.sun() * 15 * (towards - 0.9));
            }
            if (towards > 0.9985) {
                glow += (float) (light.sun() * 80);
            }
        }
        return Math.max(0.01f, glow);
    }
}
