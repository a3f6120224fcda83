package dev.jink.sim.camera;

import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Noise;

/**
 * Luminance of the sky along many rays: what {@link Sky#luminance} says of each, bit for bit. Holds
 * buffers: one thread.
 */
final class SkyBatch {
    private final float[] dx;
    private final float[] dy;
    private final float[] dz;
    private final float[] out;
    private final float[] nu;
    private final float[] nv;
    private final float[] noise;
    private final float[] sum;
    private final float[] azimuth;
    private final int[] low;
    private final int[] corner;

    /** @param most rays at once */
    SkyBatch(int most) {
        dx = new float[most];
        dy = new float[most];
        dz = new float[most];
        out = new float[most];
        nu = new float[most];
        nv = new float[most];
        noise = new float[most];
        sum = new float[most];
        azimuth = new float[most];
        low = new int[most];
        corner = new int[most];
    }

    /**
     * @param pixels those from … from + count - 1 are meant
     * @param luminance receives [h][w]
     */
    void luminance(
            Light light, Sightlines seen, int[] pixels, int from, int count, float[] luminance) {
        for (int i = 0; i < count; i++) {
            int p = pixels[from + i];
            dx[i] = (float) seen.dx[p];
            dy[i] = (float) seen.dy[p];
            dz[i] = (float) seen.dz[p];
        }
        double horizon = light.skyHorizon();
        double rise = light.skyZenith() - horizon;
        for (int i = 0; i < count; i++) {
            out[i] = (float) (horizon + rise * Math.max(0, dz[i]));
        }
        if (light.cloud() > 0) {
            clouds(light, count);
        }
        if (light.sun() > 0) {
            sun(light, count);
        }
        for (int i = 0; i < count; i++) {
            out[i] = Math.max(0.01f, out[i]);
        }
        if (light.skylineRad() > 0) {
            skyline(light, count);
        }
        for (int i = 0; i < count; i++) {
            luminance[pixels[from + i]] = out[i];
        }
    }

    private void clouds(Light light, int count) {
        float seed = light.seed() & 255;
        float contrast = (float) light.cloud() * 1.5f;
        for (int i = 0; i < count; i++) {
            float k = 1.5f / (Math.max(0, dz[i]) + 0.15f);
            nu[i] = dx[i] * k + seed;
            nv[i] = dy[i] * k + seed;
        }
        Noise.at(nu, nv, count, corner, sum);
        for (int i = 0; i < count; i++) {
            float k = 1.5f / (Math.max(0, dz[i]) + 0.15f);
            nu[i] = dx[i] * k * 3.3f;
            nv[i] = dy[i] * k * 3.3f + seed;
        }
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            out[i] *= 1 + contrast * (sum[i] + 0.5f * noise[i] - 0.75f);
        }
    }

    private void sun(Light light, int count) {
        double x = light.sunX();
        double y = light.sunY();
        double z = light.sunZ();
        for (int i = 0; i < count; i++) {
            double towards = dx[i] * x + dy[i] * y + dz[i] * z;
            if (towards > 0.9) {
                out[i] += (float) (light.sun() * 15 * (towards - 0.9));
            }
            if (towards > 0.9985) {
                out[i] += (float) (light.sun() * 80);
            }
        }
    }

    /** Overwrites what lies below the far treeline. */
    private void skyline(Light light, int count) {
        float seed = light.seed() & 255;
        float rad = (float) light.skylineRad();
        double highest = 1.6f * light.skylineRad();
        int near = 0;
        for (int i = 0; i < count; i++) {
            if (dz[i] < highest) {
                low[near] = i;
                azimuth[near++] = Surface.angle(dy[i], dx[i]);
            }
        }
        for (int c = 0; c < near; c++) {
            nu[c] = azimuth[c] * 9 + seed;
            nv[c] = seed;
        }
        Noise.at(nu, nv, near, corner, sum);
        for (int c = 0; c < near; c++) {
            nu[c] = azimuth[c] * 40;
            nv[c] = seed + 9;
        }
        Noise.at(nu, nv, near, corner, noise);
        int below = 0;
        for (int c = 0; c < near; c++) {
            float height = rad * (0.3f + 0.8f * sum[c] + 0.4f * noise[c]);
            if (dz[low[c]] < height) {
                low[below] = low[c];
                azimuth[below++] = azimuth[c];
            }
        }
        trees(light, below);
    }

    private void trees(Light light, int count) {
        for (int c = 0; c < count; c++) {
            nu[c] = azimuth[c] * 60;
            nv[c] = dz[low[c]] * 60;
        }
        Noise.at(nu, nv, count, corner, sum);
        for (int c = 0; c < count; c++) {
            nu[c] = azimuth[c] * 23;
            nv[c] = dz[low[c]] * 17;
        }
        Noise.at(nu, nv, count, corner, noise);
        float shade = (float) light.ambient() * 0.12f;
        float glow = 0.06f * (float) light.skyHorizon();
        for (int c = 0; c < count; c++) {
            out[low[c]] = shade * (0.4f + (sum[c] + noise[c])) + glow;
        }
    }
}
