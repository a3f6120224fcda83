package dev.jink.sim.camera;

import dev.jink.sim.scene.Lamp;
import dev.jink.sim.scene.Light;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Noise;
import dev.jink.sim.scene.Scene;
import dev.jink.sim.scene.Texture;

/** Luminance of a lit surface point: albedo times ambient, sun and lamps, then gloss and haze. */
final class Shading {
    /** Beyond this a shadow's edge is narrower than a pixel is worth. */
    private static final double SHADOW_REACH_M = 30;

    private final Shadows shadows;
    private Light light;
    private Lamp[] lamps = new Lamp[0];
    private double ceilingM;
    private boolean indoors;

    Shading(Geometry geometry) {
        shadows = new Shadows(geometry);
    }

    void load(Scene scene) {
        light = scene.light();
        lamps = light.lamps().toArray(Lamp[]::new);
        ceilingM = scene.ceilingM();
        indoors = scene.indoors();
        shadows.load(
                light,
                (scene.region().minX() + scene.region().maxX()) / 2,
                (scene.region().minY() + scene.region().maxY()) / 2);
    }

    Light light() {
        return light;
    }

    Lamp[] lamps() {
        return lamps;
    }

    /**
     * @param s normal and texture coordinates at (x, y, z)
     * @param self the solid the point lies on, -1 for ground or ceiling
     * @param range metres along the ray (dx, dy, dz)
     * @param footprint metres of surface under one pixel
     */
    float luminance(
            Material m,
            Surface s,
            int self,
            double x,
            double y,
            double z,
            float dx,
            float dy,
            float dz,
            float range,
            float footprint) {
        float albedo = Texture.albedo(m, s.u, s.v, footprint);
        float corner = corner(self, (float) z);
        float lit = (float) light.ambient() * (0.62f + 0.38f * s.nz) * corner;
        if (light.sun() > 0) {
            float facing =
                    (float) (s.nx * light.sunX() + s.ny * light.sunY() + s.nz * light.sunZ());
            if (facing > 0 && !shadowed(x, y, z, self, range)) {
                lit += (float) light.sun() * facing;
            }
        }
        for (Lamp lamp : lamps) {
            lit += lamp(lamp, s.nx, s.ny, s.nz, x, y, z) * (0.5f + 0.5f * corner);
        }
        float out = albedo * (lit + m.emission());
        if (m.gloss() > 0) {
            out += gloss(m, s.nx, s.ny, s.nz, dx, dy, dz);
        }
        float haze = range / (range + (float) light.hazeM());
        return out + ((float) light.skyHorizon() - out) * haze;
    }

    /** Whether another thing keeps the sun from a point of solid self, seen from so far. */
    boolean shadowed(double x, double y, double z, int self, float range) {
        return range < SHADOW_REACH_M && shadows.at(x, y, z, self);
    }

    /** Less of the ambient light reaches a thing's foot and the corner under a ceiling. */
    float corner(int self, float z) {
        float open = self >= 0 && z < 0.25f ? 0.6f + 0.4f * Math.max(0, z) / 0.25f : 1;
        float under = (float) (ceilingM - z);
        return self >= 0 && under < 0.3f ? open * (0.8f + 0.67f * Math.max(0, under)) : open;
    }

    static float lamp(Lamp lamp, float nx, float ny, float nz, double x, double y, double z) {
        float qx = (float) (lamp.x() - x);
        float qy = (float) (lamp.y() - y);
        float qz = (float) (lamp.z() - z);
        float square = qx * qx + qy * qy + qz * qz;
        float facing = nx * qx + ny * qy + nz * qz;
        float share = facing < 0 ? 0.12f : 0.3f + 0.7f * facing / (float) Math.sqrt(square + 0.01f);
        return (float) lamp.power() * share / (0.4f * square + 0.4f);
    }

    float gloss(Material m, float nx, float ny, float nz, float dx, float dy, float dz) {
        float into = -(nx * dx + ny * dy + nz * dz);
        float ex = dx + 2 * into * nx;
        float ey = dy + 2 * into * ny;
        float ez = dz + 2 * into * nz;
        float rim = 1 - Math.max(0, into);
        float mirror = m.gloss() * (0.3f + 0.7f * rim * rim * rim);
        if (indoors) {
            float room = 0.4f + 1.2f * Noise.at(ex * 3 + 5, ey * 3 + ez * 2);
            return mirror * ((float) light.ambient() + 0.2f) * room;
        }
        return mirror
                * (ez > 0
                        ? Math.min(4, (float) light.skyZenith())
                                * (0.6f + 0.4f * Math.min(1, ez * 4))
                        : (float) light.ambient() * 0.35f);
    }
}
