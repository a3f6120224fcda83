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

    private final Geometry geometry;
    private final ShadingBatch batch;
    private final SkyBatch sky = new SkyBatch(BATCH);
    // The picture's pixels by solid; and where those of each end: sky, ceiling, ground, solid 0 …
    private final int[] pixels;
    private int[] ends = new int[0];

    DeferredShading(CameraRays rays, Geometry geometry, Shading shading) {
        this.geometry = geometry;
        batch = new ShadingBatch(BATCH, geometry, shading, rays.pixelRad());
        pixels = new int[rays.width() * rays.height()];
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
        for (int solid = Sightlines.CEILING; solid < geometry.count(); solid++) {
            int end = ends[solid - Sightlines.SKY];
            if (at == end) {
                continue;
            }
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

    /** A counting sort: inside each solid the order of rows remains. */
    private void sort(int[] solids) {
        int kinds = geometry.count() - Sightlines.SKY;
        if (ends.length <= kinds) {
            ends = new int[kinds + kinds / 2 + 1];
        }
        Arrays.fill(ends, 0, kinds + 1, 0);
        // Neighbours mostly show the same solid: they are entered run by run.
        for (int from = 0, to; from < solids.length; from = to) {
            to = runEnd(solids, from);
            ends[solids[from] - Sightlines.SKY + 1] += to - from;
        }
        for (int k = 0; k < kinds; k++) {
            ends[k + 1] += ends[k];
        }
        // Until here these are where each begins; every run entered moves one on.
        for (int from = 0, to; from < solids.length; from = to) {
            to = runEnd(solids, from);
            int at = ends[solids[from] - Sightlines.SKY];
            for (int i = from; i < to; i++) {
                pixels[at + i - from] = i;
            }
            ends[solids[from] - Sightlines.SKY] = at + to - from;
        }
    }

    private static int runEnd(int[] solids, int from) {
        int to = from + 1;
        while (to < solids.length && solids[to] == solids[from]) {
            to++;
        }
        return to;
    }
}
