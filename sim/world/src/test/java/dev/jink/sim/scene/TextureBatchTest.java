package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.SplittableRandom;

/** Many points at once against one point after the other. */
class TextureBatchTest {
    private static final int[] COUNTS = {1, 2, 15, 16, 17, 63, 64, 65, 300};
    private static final int MOST = 300;

    private final TextureBatch batch = new TextureBatch(MOST);
    private final float[] u = new float[MOST];
    private final float[] v = new float[MOST];
    private final float[] third = new float[MOST];

    /** Places on both sides of zero, widths or cosines from 0 to most. */
    private void place(SplittableRandom random, double most) {
        for (int i = 0; i < MOST; i++) {
            u[i] = (float) random.nextDouble(-300, 300);
            v[i] = i % 10 == 0 ? -0f : (float) random.nextDouble(-5, 40);
            third[i] = (float) (most * random.nextDouble() * random.nextDouble());
        }
    }

    private static Material material(Pattern pattern, int seed) {
        Material grained = Material.plain(0.2 + 0.02 * (seed % 30)).drawn(pattern, 0.5 + seed % 7);
        return (seed % 3 == 0 ? grained : grained.grained(0.4, 0.7, 0.5, 30))
                .coloured(0.3, 0.05 * (seed % 20))
                .porous(0.1 * (seed % 10));
    }

    @ParameterizedTest
    @EnumSource(Pattern.class)
    void shouldGiveEveryPointItsOwnAlbedoToTheBit(Pattern pattern) {
        float[] albedo = new float[MOST];
        for (int seed = 0; seed < 40; seed++) {
            Material m = material(pattern, seed);
            place(new SplittableRandom(seed), seed % 4 == 0 ? 8 : 0.5);
            int count = COUNTS[seed % COUNTS.length];
            for (int i = 0; seed % 8 == 4 && i < count; i++) {
                third[i] += 4; // Wider than the pattern, all of them.
            }
            batch.albedo(m, u, v, third, count, albedo);
            for (int i = 0; i < count; i++) {
                float want = Texture.albedo(m, u[i], v[i], third[i]);
                assertEquals(bits(want), bits(albedo[i]), pattern + " seed " + seed + " at " + i);
            }
        }
    }

    @Test
    void shouldFindTheSameHoles() {
        int[] closed = new int[MOST];
        int points = 0;
        int holes = 0;
        for (int seed = 0; seed < 40; seed++) {
            Material m = material(Pattern.FOLIAGE, seed);
            place(new SplittableRandom(seed), 1);
            int count = COUNTS[seed % COUNTS.length];
            int kept = batch.closed(m, u, v, third, count, closed);
            int k = 0;
            for (int i = 0; i < count; i++) {
                boolean found = k == kept || closed[k] != i;
                assertEquals(Texture.hole(m, u[i], v[i], third[i]), found, seed + " at " + i);
                k += found ? 0 : 1;
            }
            assertEquals(kept, k, "seed " + seed);
            points += count;
            holes += count - kept;
        }
        assertEquals(0.5, (double) holes / points, 0.4, "holes and none are both looked at");
    }

    private static int bits(float x) {
        return Float.floatToRawIntBits(x);
    }
}
