package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

/** Searches that begin near the answer against looking at every stripe. */
class StripesTest {
    @Test
    void shouldFindTheSameStripesAsLookingAtEach() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int count = 1 + random.nextInt(200);
            // From stripes side by side to a lens that folds: some lie far off their place.
            double disorder = seed % 4 * 0.7;
            float[] least = new float[count];
            float[] most = new float[count];
            for (int i = 0; i < count; i++) {
                double at = (i + disorder * random.nextDouble(-1, 1)) / 80 - 1;
                least[i] = (float) at;
                most[i] = (float) (at + disorder * random.nextDouble() / 80);
            }
            Stripes stripes = new Stripes(least, most);
            for (int k = 0; k < 300; k++) {
                float bound = bound(random, k, least, most);
                String which = "seed " + seed + ", bound " + bound;
                assertEquals(first(most, bound), stripes.firstReaching(bound), which);
                assertEquals(last(least, bound), stripes.lastReaching(bound), which);
            }
        }
    }

    /** Bounds of stripes, the numbers next to them, any others, and such beyond all stripes. */
    private static float bound(SplittableRandom random, int k, float[] least, float[] most) {
        int i = random.nextInt(least.length);
        return switch (k % 8) {
            case 0 -> least[i];
            case 1 -> most[i];
            case 2 -> Math.nextUp(most[i]);
            case 3 -> Math.nextDown(least[i]);
            case 4 -> 1e9f;
            case 5 -> -1e9f;
            default -> (float) random.nextDouble(-2, 3);
        };
    }

    private static int first(float[] most, float bound) {
        int i = 0;
        while (i < most.length && most[i] < bound) {
            i++;
        }
        return i;
    }

    private static int last(float[] least, float bound) {
        int i = least.length - 1;
        while (i >= 0 && least[i] > bound) {
            i--;
        }
        return i;
    }

    @Test
    void shouldBoundTilesByTheStripesInThem() {
        float[] least = new float[20];
        float[] most = new float[20];
        for (int i = 0; i < 20; i++) {
            least[i] = i - 0.5f;
            most[i] = i + 0.75f;
        }
        float[] edges = new Stripes(least, most).edges();
        assertArrayEquals(new float[] {-0.5f, 7.75f, 15.75f, 19.75f}, edges);
    }
}
