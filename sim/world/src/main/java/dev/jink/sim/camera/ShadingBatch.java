package dev.jink.sim.camera;

import dev.jink.sim.scene.Lamp;
import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.TextureBatch;

/**
 * Points of one material that are shaded together, each step in a loop of its own: {@link Shading}
 * at each of them, bit for bit. One thread.
 */
final class ShadingBatch {
    private final Geometry geometry;
    private final Shading shading;
    private final float pixelRad;
    private final TextureBatch textures;
    private final SurfaceBatch surface;

    private int count;
    private final int[] pixel;
    private final int[] solid;
    private final double[] x;
    private final double[] y;
    private final double[] z;
    // The ray to the point.
    private final double[] dx;
    private final double[] dy;
    private final double[] dz;
    private final float[] rangeM;
    private final float[] footprintM;
    // The surface's normal and texture coordinates.
    private final float[] nx;
    private final float[] ny;
    private final float[] nz;
    private final float[] u;
    private final float[] v;
    private final float[] corner;
    private final float[] lit;
    private final float[] out;

    /** @param most points at once */
    ShadingBatch(int most, Geometry geometry, Shading shading, float pixelRad) {
        this.geometry = geometry;
        this.shading = shading;
        this.pixelRad = pixelRad;
        textures = new TextureBatch(most);
        surface = new SurfaceBatch(most);
        pixel = new int[most];
        solid = new int[most];
        x = new double[most];
        y = new double[most];
        z = new double[most];
        dx = new double[most];
        dy = new double[most];
        dz = new double[most];
        rangeM = new float[most];
        footprintM = new float[most];
        nx = surface.nx;
        ny = surface.ny;
        nz = surface.nz;
        u = surface.u;
        v = surface.v;
        corner = new float[most];
        lit = new float[most];
        out = new float[most];
    }

    /** How many points more there is room for. */
    int room() {
        return pixel.length - count;
    }

    /** Adds the points of one solid that pixels[from … from + more - 1] show. */
    void add(int its, int[] pixels, int from, int more, Pose eye, Sightlines seen) {
        double ex = eye.x();
        double ey = eye.y();
        double ez = eye.z();
        for (int k = 0; k < more; k++) {
            int i = count + k;
            int p = pixels[from + k];
            double range = seen.rangeM[p];
            pixel[i] = p;
            solid[i] = its;
            dx[i] = seen.dx[p];
            dy[i] = seen.dy[p];
            dz[i] = seen.dz[p];
            x[i] = ex + range * dx[i];
            y[i] = ey + range * dy[i];
            z[i] = ez + range * dz[i];
            rangeM[i] = (float) range;
        }
        if (its < 0) {
            level(its == Sightlines.GROUND ? 1 : -1, more);
        } else {
            if (geometry.porous(its)) {
                recall(seen, more);
            } else {
                surface.of(geometry, its, x, y, z, count, count + more);
            }
            curved(its, more);
        }
        count += more;
    }

    private void level(float up, int more) {
        for (int i = count; i < count + more; i++) {
            nx[i] = 0;
            ny[i] = 0;
            nz[i] = up;
            u[i] = (float) x[i];
            v[i] = (float) y[i];
            corner[i] = 1;
            footprintM[i] = rangeM[i] * pixelRad / (float) Math.max(0.1, Math.abs(dz[i]));
        }
    }

    /** The surface, found when its holes were looked for. */
    private void recall(Sightlines seen, int more) {
        for (int i = count; i < count + more; i++) {
            int p = pixel[i];
            nx[i] = seen.nx[p];
            ny[i] = seen.ny[p];
            nz[i] = seen.nz[p];
            u[i] = seen.u[p];
            v[i] = seen.v[p];
        }
    }

    private void curved(int its, int more) {
        for (int i = count; i < count + more; i++) {
            corner[i] = shading.corner(its, (float) z[i]);
        }
        for (int i = count; i < count + more; i++) {
            double facing = -(nx[i] * dx[i] + ny[i] * dy[i] + nz[i] * dz[i]);
            footprintM[i] = rangeM[i] * pixelRad / (float) Math.max(0.2, facing);
        }
    }

    /** Shades what was added, all of one material, and is empty again. */
    void light(Material m, float[] luminance) {
        if (count == 0) {
            return;
        }
        Light light = shading.light();
        textures.albedo(m, u, v, footprintM, count, out);
        float ambient = (float) light.ambient();
        for (int i = 0; i < count; i++) {
            lit[i] = ambient * (0.62f + 0.38f * nz[i]) * corner[i];
        }
        if (light.sun() > 0) {
            sun(light);
        }
        for (Lamp lamp : shading.lamps()) {
            for (int i = 0; i < count; i++) {
                lit[i] +=
                        Shading.lamp(lamp, nx[i], ny[i], nz[i], x[i], y[i], z[i])
                                * (0.5f + 0.5f * corner[i]);
            }
        }
        float emission = m.emission();
        for (int i = 0; i < count; i++) {
            out[i] *= lit[i] + emission;
        }
        if (m.gloss() > 0) {
            for (int i = 0; i < count; i++) {
                out[i] +=
                        shading.gloss(
                                m,
                                nx[i],
                                ny[i],
                                nz[i],
                                (float) dx[i],
                                (float) dy[i],
                                (float) dz[i]);
            }
        }
        float hazeM = (float) light.hazeM();
        float horizon = (float) light.skyHorizon();
        for (int i = 0; i < count; i++) {
            float haze = rangeM[i] / (rangeM[i] + hazeM);
            out[i] += (horizon - out[i]) * haze;
        }
        for (int i = 0; i < count; i++) {
            luminance[pixel[i]] = out[i];
        }
        count = 0;
    }

    private void sun(Light light) {
        float strength = (float) light.sun();
        double sunX = light.sunX();
        double sunY = light.sunY();
        double sunZ = light.sunZ();
        for (int i = 0; i < count; i++) {
            float facing = (float) (nx[i] * sunX + ny[i] * sunY + nz[i] * sunZ);
            if (facing > 0 && !shading.shadowed(x[i], y[i], z[i], solid[i], rangeM[i])) {
                lit[i] += strength * facing;
            }
        }
    }
}
