package dev.jink.sim.scene;

/** Indoor wall with a skirting board, doors, posters and notices, one or none per bay. */
final class Wallpaper {
    private Wallpaper() {}

    /** v is the height above the floor in metres. */
    static float albedo(Material m, float u, float v) {
        float bayM = 1 / m.perMetre();
        int bay = Noise.floor(u / bayM);
        float x = u - bay * bayM;
        float kind = Noise.hash(bay, 0, m.seed());
        float plaster = v < 0.09f && m.aspect() > 0.8f ? m.base() * 0.45f : m.base();
        if (kind < m.duty() * 0.6f) {
            return door(m, bay, x, v, plaster);
        }
        return kind < m.duty() * 0.6f + m.jitter() * 0.4f ? poster(m, bay, x, v, plaster) : plaster;
    }

    private static float door(Material m, int bay, float x, float v, float plaster) {
        float left = 0.2f;
        float right = left + 0.9f + 0.3f * Noise.hash(bay, 1, m.seed());
        if (x < left || x > right || v > 2.1f) {
            return plaster;
        }
        if (x < left + 0.06f || x > right - 0.06f || v > 2.04f) {
            return Math.min(1, m.alt() * 1.4f);
        }
        boolean pane =
                Noise.hash(bay, 2, m.seed()) < 0.4f
                        && v > 1.1f
                        && v < 1.8f
                        && x > left + 0.2f
                        && x < right - 0.2f;
        return pane ? Math.min(1, m.base() * 1.1f) : m.alt();
    }

    private static float poster(Material m, int bay, float x, float v, float plaster) {
        float left = 0.15f;
        float right = left + 0.4f + 1.2f * Noise.hash(bay, 3, m.seed());
        float low = 0.9f + 0.7f * Noise.hash(bay, 5, m.seed());
        float high = low + 0.4f + 0.9f * Noise.hash(bay, 4, m.seed());
        if (x < left || x > right || v < low || v > high) {
            return plaster;
        }
        float frame = 0.05f;
        if (x < left + frame || x > right - frame || v < low + frame || v > high - frame) {
            return Noise.hash(bay, 6, m.seed()) * 0.8f;
        }
        float f = 3 + 12 * Noise.hash(bay, 7, m.seed());
        float print = 0.5f + Noise.at(x * f + bay * 17, v * f * 1.7f);
        return (0.15f + 0.6f * Noise.hash(bay, 8, m.seed())) * print;
    }
}
