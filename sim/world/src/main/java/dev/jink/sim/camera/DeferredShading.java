package dev.jink.sim.camera;

import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Scene;

import java.util.Arrays;

/**
 * Shades a picture whose rays are cast: pixels are sorted by the solid they show, then shaded some
 * hundred of one material at once. What comes out equals {@link Shading} and {@link Sky} at each
 * pixel, bit for bit.
 *
 * <p>Holds buffers: one thread.
 */
final class DeferredShading {
    private static final int BATCH = 512;

    /** Sky, ceiling and ground. */
    private static final int LEVELS = -Sightlines.SKY;

    private final Geometry geometry;
    private final ShadingBatch batch;
    private final SkyBatch sky = new SkyBatch(BATCH);
    // The picture's pixels by solid; and where those of each end: sky, ceiling, ground, and then
    // the solids, material by material.
    private final int[] pixels;
    private int[] ends = new int[0];
    private final int[] runs;

    DeferredShading(CameraRays rays, Geometry geometry, Shading shading) {
        this.geometry = geometry;
        batch = new ShadingBatch(BATCH, geometry, shading, rays.pixelRad());
        pixels = new int[rays.width() * rays.height()];
        runs = new int[pixels.length + 1];
    }

    /** @param luminance receives [h][w] */
    void shade(Scene scene, Pose eye, Sightlines seen, float[] luminance) {
        sort(seen.solid);
        int at = 0;
        for (int end = ends[0]; at < end; at += BATCH) {
            sky.luminance(scene.light(), seen, pixels, at, Math.min(BATCH, end - at), luminance);
        }
        at = ends[0];
        Material material = null;
        for (int k = 1; k < LEVELS + geometry.count(); k++) {
            int end = ends[k];
            if (at == end) {
                continue;
            }
            int solid = k < LEVELS ? k + Sightlines.SKY : geometry.grouped(k - LEVELS);
            Material its = material(scene, solid);
            if (its != material) {
                batch.light(material, luminance);
                material = its;
            }
            while (at < end) {
                if (batch.room() == 0) {
                    batch.light(material, luminance);
                }
                int more = Math.min(batch.room(), end - at);
                batch.add(solid, pixels, at, more, eye, seen);
                at += more;
            }
        }
        batch.light(material, luminance);
    }

    private Material material(Scene scene, int solid) {
        return switch (solid) {
            case Sightlines.CEILING -> scene.ceiling();
            case Sightlines.GROUND -> scene.ground();
            default -> geometry.material(solid);
        };
    }

    /**
     * A counting sort: inside each solid the order of rows remains. Neighbours mostly show the same
     * solid, so they are entered run by run.
     */
    private void sort(int[] solids) {
        int kinds = geometry.count() + LEVELS;
        if (ends.length <= kinds) {
            ends = new int[kinds + kinds / 2 + 1];
        }
        Arrays.fill(ends, 0, kinds + 1, 0);
        int count = runs(solids);
        for (int r = 0; r < count; r++) {
            ends[key(solids[runs[r]]) + 1] += runs[r + 1] - runs[r];
        }
        for (int k = 0; k < kinds; k++) {
            ends[k + 1] += ends[k];
        }
        // Until here these are where each begins; every run entered moves one on.
        for (int r = 0; r < count; r++) {
            int from = runs[r];
            int length = runs[r + 1] - from;
            int key = key(solids[from]);
            int at = ends[key];
            for (int i = 0; i < length; i++) {
                pixels[at + i] = from + i;
            }
            ends[key] = at + length;
        }
    }

    /** Where in {@link #ends} a solid is. */
    private int key(int solid) {
        return solid < 0 ? solid - Sightlines.SKY : LEVELS + geometry.place(solid);
    }

    /**
     * Finds where runs of one solid begin. Every pixel's index is written and mostly overwritten:
     * a branch would be guessed wrong at each run's end.
     *
     * @return how many there are; the last one ends where one more would begin
     */
    private int runs(int[] solids) {
        int count = 1;
        for (int i = 1; i < solids.length; i++) {
            runs[count] = i;
            count += solids[i] != solids[i - 1] ? 1 : 0;
        }
        runs[count] = solids.length;
        return count;
    }
}
