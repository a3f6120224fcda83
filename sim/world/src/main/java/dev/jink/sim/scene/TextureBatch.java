package dev.jink.sim.scene;

import java.util.Arrays;

/**
 * Albedos of many points of one material: what {@link Texture#albedo} says of each, bit for bit.
 * Patterns and grain made of noise are evaluated in loops without branches or calls, which the JVM
 * turns into vector instructions; the others point by point.
 *
 * <p>Holds buffers: one thread.
 */
public final class TextureBatch {
    private final float[] across;
    private final float[] lifted;
    private final float[] grain;
    private final float[] nu;
    private final float[] nv;
    private final float[] noise;
    private final float[] sum;
    private final float[] most;
    private final float[] limit;
    private final int[] chosen;
    private final int[] corner;

    /** @param points most at once */
    public TextureBatch(int points) {
        across = new float[points];
        lifted = new float[points];
        grain = new float[points];
        nu = new float[points];
        nv = new float[points];
        noise = new float[points];
        sum = new float[points];
        most = new float[points];
        limit = new float[points];
        chosen = new int[points];
        corner = new int[points];
    }

    /**
     * @param u of points 0 … count - 1; so are v and footprint
     * @param albedo receives as many
     */
    public void albedo(
            Material m, float[] u, float[] v, float[] footprint, int count, float[] albedo) {
        float shift = (m.seed() & 63) * 1.37f;
        float lift = ((m.seed() >> 6) & 15) * 0.73f;
        for (int i = 0; i < count; i++) {
            across[i] = u[i] + shift;
            lifted[i] = v[i] + lift;
        }
        float narrowest = Float.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            narrowest = Math.min(narrowest, footprint[i]);
        }
        draw(m, v, footprint, narrowest, count, albedo);
        grain(m, footprint, narrowest, count);
        for (int i = 0; i < count; i++) {
            albedo[i] = Math.max(0.01f, albedo[i] * Math.max(0.1f, grain[i]));
        }
    }

    /**
     * Those of many points of a porous material that are not {@link Texture#hole}s.
     *
     * @param u of points 0 … count - 1; so are v and facing
     * @param closed receives their indices, rising
     * @return how many
     */
    public int closed(Material m, float[] u, float[] v, float[] facing, int count, int[] closed) {
        float f = m.perMetre();
        float offset = m.seed() % 91;
        float half = 0.5f * m.porosity();
        for (int i = 0; i < count; i++) {
            nu[i] = u[i] * f * 1.6f + 3;
            nv[i] = v[i] * f * 1.6f + offset;
        }
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            limit[i] = 0.28f + half * (1.3f - facing[i]);
            sum[i] = 0.6f * noise[i];
            most[i] = sum[i] + 0.4f;
        }
        // The finer noise is asked for only where it can change the answer.
        int open = 0;
        for (int i = 0; i < count; i++) {
            chosen[open] = i;
            open += sum[i] < limit[i] & most[i] >= limit[i] ? 1 : 0;
        }
        for (int c = 0; c < open; c++) {
            nu[c] = u[chosen[c]] * f * 4.3f;
            nv[c] = v[chosen[c]] * f * 4.3f + 17;
        }
        Noise.at(nu, nv, open, corner, noise);
        for (int c = 0; c < open; c++) {
            most[chosen[c]] = sum[chosen[c]] + 0.4f * noise[c];
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            closed[kept] = i;
            kept += most[i] >= limit[i] ? 1 : 0;
        }
        return kept;
    }

    private void grain(Material m, float[] footprint, float narrowest, int count) {
        Arrays.fill(grain, 0, count, 1);
        if (m.coarse() > 0) {
            float f = m.coarsePerMetre();
            float strength = m.coarse();
            for (int i = 0; i < count; i++) {
                nu[i] = across[i] * f + 7;
                nv[i] = lifted[i] * f;
            }
            Noise.at(nu, nv, count, corner, noise);
            for (int i = 0; i < count; i++) {
                grain[i] += strength * (noise[i] - 0.5f);
            }
        }
        float f = m.finePerMetre();
        if (m.fine() > 0 && 1.5f - narrowest * f * 1.5f > 0) {
            float strength = m.fine();
            for (int i = 0; i < count; i++) {
                nu[i] = across[i] * f;
                nv[i] = lifted[i] * f + 31;
            }
            Noise.at(nu, nv, count, corner, noise);
            for (int i = 0; i < count; i++) {
                float seen = Math.max(0, Math.min(1, 1.5f - footprint[i] * f * 1.5f));
                grain[i] += seen * strength * (noise[i] - 0.5f);
            }
        }
    }

    private void draw(
            Material m, float[] v, float[] footprint, float narrowest, int count, float[] out) {
        Pattern pattern = m.photograph() == null ? m.pattern() : null;
        switch (pattern) {
            case BARK -> bark(m, footprint, narrowest, count, out);
            case BIRCH -> birch(m, footprint, narrowest, count, out);
            case FOLIAGE -> foliage(m, footprint, narrowest, count, out);
            case BLOBS -> blobs(m, footprint, narrowest, count, out);
            case LITTER -> litter(m, footprint, narrowest, count, out);
            case null, default -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Texture.drawn(m, across[i], v[i], lifted[i], footprint[i]);
                }
            }
        }
    }

    private void bark(Material m, float[] footprint, float narrowest, int count, float[] out) {
        float f = m.perMetre();
        float base = m.base();
        if (narrowest * f >= 2) {
            Arrays.fill(out, 0, count, base);
            return;
        }
        float contrast = m.alt() - base;
        scaled(f, 0.4f, f, 0.3f, count);
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            nu[i] = across[i] * f + noise[i] * 2;
            nv[i] = lifted[i] * f * 0.17f;
        }
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            float seen = unit(2 - footprint[i] * f);
            out[i] = base + contrast * unit((noise[i] - 0.45f) * 4 + 0.5f) * seen;
        }
    }

    private void birch(Material m, float[] footprint, float narrowest, int count, float[] out) {
        float f = m.perMetre();
        float base = m.base();
        if (narrowest * f >= 2) {
            Arrays.fill(out, 0, count, base);
            return;
        }
        float contrast = m.alt() - base;
        scaled(f, 0.35f, f, 2.2f, count);
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            float seen = unit(2 - footprint[i] * f);
            out[i] = base + contrast * unit((noise[i] - 0.66f) * 9) * seen;
        }
    }

    private void foliage(Material m, float[] footprint, float narrowest, int count, float[] out) {
        float f = m.perMetre();
        float base = m.base();
        if (narrowest * f * 0.8f >= 1.6f) {
            Arrays.fill(out, 0, count, Math.max(0.02f, base));
            return;
        }
        scaled(f, 1, f, 1, count);
        Noise.at(nu, nv, count, corner, sum);
        scaled(f, 2.7f, f, 2.7f, count);
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            sum[i] = 0.5f * sum[i] + 0.3f * noise[i];
        }
        scaled(f, 7, f, 7, count);
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            float x = sum[i] + 0.2f * noise[i];
            float seen = unit(1.6f - footprint[i] * f * 0.8f);
            out[i] = Math.max(0.02f, base * (1 + (x - 0.5f) * 3.4f * seen));
        }
    }

    private void blobs(Material m, float[] footprint, float narrowest, int count, float[] out) {
        float f = m.perMetre();
        float base = m.base();
        if (narrowest * f >= 1) {
            Arrays.fill(out, 0, count, base);
            return;
        }
        float contrast = m.alt() - base;
        float duty = m.duty();
        scaled(f, 1, f, 1, count);
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            float seen = unit(2 - 2 * (footprint[i] * f));
            out[i] = base + contrast * unit((noise[i] - 0.5f) * 8 * duty + 0.5f) * seen;
        }
    }

    private void litter(Material m, float[] footprint, float narrowest, int count, float[] out) {
        float f = m.perMetre();
        float base = m.base();
        if (narrowest * f >= 2.2f) {
            Arrays.fill(out, 0, count, base);
            return;
        }
        float contrast = m.alt() - base;
        scaled(f, 1, f, 1, count);
        Noise.at(nu, nv, count, corner, sum);
        for (int i = 0; i < count; i++) {
            nu[i] = across[i] * f * 0.37f + sum[i];
            nv[i] = lifted[i] * f * 0.37f;
        }
        Noise.at(nu, nv, count, corner, noise);
        for (int i = 0; i < count; i++) {
            float seen = unit(2.2f - footprint[i] * f);
            out[i] = base + contrast * unit((sum[i] * noise[i] - 0.25f) * 5 + 0.3f) * seen;
        }
    }

    /** The noise's arguments, multiplied one after the other: rounding is part of the picture. */
    private void scaled(float fu, float moreU, float fv, float moreV, int count) {
        for (int i = 0; i < count; i++) {
            nu[i] = across[i] * fu * moreU;
            nv[i] = lifted[i] * fv * moreV;
        }
    }

    /** {@link Texture#unit} but for the sign of a zero, which ends in no albedo. */
    private static float unit(float x) {
        return Math.max(0, Math.min(x, 1));
    }
}
