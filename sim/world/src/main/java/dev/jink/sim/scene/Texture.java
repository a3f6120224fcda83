package dev.jink.sim.scene;

/**
 * Evaluates a {@link Material}: albedo at a point of the surface. Pure functions, no allocation,
 * any thread. u runs around or along, v up, both in metres; footprint is the width in metres that
 * one pixel covers there, by which fine detail fades out instead of flickering.
 */
public final class Texture {
    private Texture() {}

    /** Albedo 0.01..about 1. */
    public static float albedo(Material m, float u, float v, float footprint) {
        u += (m.seed() & 63) * 1.37f;
        float lifted = v + ((m.seed() >> 6) & 15) * 0.73f;
        float albedo = drawn(m, u, v, lifted, footprint);
        float grain = 1;
        if (m.coarse() > 0) {
            float f = m.coarsePerMetre();
            grain += m.coarse() * (Noise.at(u * f + 7, lifted * f) - 0.5f);
        }
        if (m.fine() > 0) {
            float f = m.finePerMetre();
            float seen = Math.min(1, 1.5f - footprint * f * 1.5f);
            if (seen > 0) {
                grain += seen * m.fine() * (Noise.at(u * f, lifted * f + 31) - 0.5f);
            }
        }
        return Math.max(0.01f, albedo * Math.max(0.1f, grain));
    }

    /** True where a porous surface has a hole; at grazing angles holes grow, so outlines fray. */
    public static boolean hole(Material m, float u, float v, float facing) {
        float f = m.perMetre();
        float x = 0.6f * Noise.at(u * f * 1.6f + 3, v * f * 1.6f + m.seed() % 91);
        float limit = 0.28f + 0.5f * m.porosity() * (1.3f - facing);
        return x + 0.4f * Noise.at(u * f * 4.3f, v * f * 4.3f + 17) < limit;
    }

    /** The material's pattern or photograph, before its grain. */
    static float drawn(Material m, float u, float v, float lifted, float footprint) {
        return m.photograph() == null
                ? pattern(m, u, v, lifted, footprint)
                : photograph(m, u, lifted, footprint);
    }

    private static float pattern(Material m, float u, float v, float lifted, float footprint) {
        float base = m.base();
        float alt = m.alt();
        float f = m.perMetre();
        float width = footprint * f;
        return switch (m.pattern()) {
            case PLAIN -> base;
            case STRIPES -> base + (alt - base) * pulse(lifted * f, m.duty(), width);
            case PLANKS -> planks(m, u, lifted, width);
            case BRICKS -> bricks(m, u, lifted, width);
            case TILES -> tiles(m, u, lifted, width);
            case CHECKS -> {
                float x = pulse(u * f, 0.5f, width);
                float y = pulse(lifted * f, 0.5f, width);
                yield base + (alt - base) * (x + y - 2 * x * y);
            }
            case WINDOWS -> windows(m, u, lifted, width);
            case FURNISHED_WALL -> Wallpaper.albedo(m, u, v);
            case BARK -> {
                float warp = Noise.at(u * f * 0.4f, lifted * f * 0.3f) * 2;
                float furrow = Noise.at(u * f + warp, lifted * f * 0.17f);
                yield base + (alt - base) * unit((furrow - 0.45f) * 4 + 0.5f) * unit(2 - width);
            }
            case BIRCH -> {
                float mark = Noise.at(u * f * 0.35f, lifted * f * 2.2f);
                yield base + (alt - base) * unit((mark - 0.66f) * 9) * unit(2 - width);
            }
            case FOLIAGE -> {
                float x =
                        0.5f * Noise.at(u * f, lifted * f)
                                + 0.3f * Noise.at(u * f * 2.7f, lifted * f * 2.7f)
                                + 0.2f * Noise.at(u * f * 7, lifted * f * 7);
                yield Math.max(0.02f, base * (1 + (x - 0.5f) * 3.4f * unit(1.6f - width * 0.8f)));
            }
            case BLOBS -> {
                float x = Noise.at(u * f, lifted * f);
                yield base
                        + (alt - base)
                                * unit((x - 0.5f) * 8 * m.duty() + 0.5f)
                                * unit(2 - 2 * width);
            }
            case LITTER -> {
                float x = Noise.at(u * f, lifted * f);
                float y = Noise.at(u * f * 0.37f + x, lifted * f * 0.37f);
                yield base + (alt - base) * unit((x * y - 0.25f) * 5 + 0.3f) * unit(2.2f - width);
            }
        };
    }

    private static float photograph(Material m, float u, float v, float footprint) {
        float f = m.perMetre();
        float relative = m.photograph().at(u * f, v * f, footprint * f);
        return m.base() * Math.max(0.05f, 1 + (relative - 1) * m.duty());
    }

    private static float planks(Material m, float u, float v, float width) {
        float x = u * m.perMetre();
        float tint = 1 + (Noise.hash(Noise.floor(x), 5, m.seed()) - 0.5f) * m.jitter();
        float grain = 1 + 0.3f * (Noise.at(u * 30, v * 2.5f) - 0.5f) * unit(1.5f - width * 4);
        return m.base() * tint * grain * (1 - 0.7f * pulse(x, 0.06f, width));
    }

    private static float bricks(Material m, float u, float v, float width) {
        float y = v * m.perMetre() * 2.6f;
        int course = Noise.floor(y);
        float x = u * m.perMetre() + (course & 1) * 0.5f;
        float mortar =
                Math.max(
                        pulse(x, 0.1f * m.duty(), width), pulse(y, 0.22f * m.duty(), width * 2.6f));
        float own = (Noise.hash(Noise.floor(x), course, m.seed()) - 0.5f) * m.jitter();
        float brick = m.base() * (1 + own * unit(1.5f - width * 2));
        return brick + (m.alt() - brick) * mortar;
    }

    private static float tiles(Material m, float u, float v, float width) {
        float x = u * m.perMetre();
        float y = v * m.perMetre() * m.aspect();
        float joint = Math.max(pulse(x, 0.05f, width), pulse(y, 0.05f, width));
        float own = (Noise.hash(Noise.floor(x), Noise.floor(y), m.seed()) - 0.5f) * m.jitter();
        float tile = m.base() * (1 + 0.5f * own * unit(1.5f - width));
        return tile + (m.alt() - tile) * joint;
    }

    private static float windows(Material m, float u, float v, float width) {
        float x = u * m.perMetre();
        float y = v * m.perMetre() * m.aspect();
        float margin = 0.1f + 0.25f * m.duty();
        float inside =
                pulse(x - margin, 1 - 2 * margin, width) * pulse(y - margin, 1 - 2 * margin, width);
        float own = Noise.hash(Noise.floor(x), Noise.floor(y), m.seed());
        float pane = own > 0.85f ? m.base() * 1.3f : m.alt() * (0.6f + 0.8f * own);
        float cross = pulse(x - 0.49f, 0.04f, width);
        return m.base() + (pane * (1 - cross * 0.5f) - m.base()) * inside;
    }

    /** Square wave of period 1 that is 1 on [0, duty], box-filtered over width. */
    static float pulse(float x, float duty, float width) {
        if (width > 1) {
            return duty;
        }
        x -= Noise.floor(x);
        float edge = Math.max(width, 0.001f);
        float wave =
                unit(x / edge + 0.5f)
                        - unit((x - duty) / edge + 0.5f)
                        + unit((x - 1) / edge + 0.5f);
        return unit(wave);
    }

    static float unit(float x) {
        return x < 0 ? 0 : Math.min(x, 1);
    }
}
