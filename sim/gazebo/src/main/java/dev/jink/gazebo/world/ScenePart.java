package dev.jink.gazebo.world;

import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Scene;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All of a scene that is painted alike, as one mesh: some ten meshes are drawn much faster than
 * some hundred things.
 *
 * @param name of mesh, material and visual
 */
record ScenePart(String name, Paint paint, Mesh mesh) {
    /** How far ground and ceiling go beyond where a drone may be. */
    private static final double BEYOND_M = 60;

    private static final double SLAB_M = 0.2;

    /** The parts of a scene, in the order of their first thing; ground and ceiling come first. */
    static List<ScenePart> of(Scene scene) {
        Map<Material, Mesh> meshes = new LinkedHashMap<>();
        slab(scene, -SLAB_M / 2, meshes.computeIfAbsent(scene.ground(), m -> new Mesh()));
        if (scene.indoors()) {
            double middle = scene.ceilingM() + SLAB_M / 2;
            slab(scene, middle, meshes.computeIfAbsent(scene.ceiling(), m -> new Mesh()));
        }
        for (Primitive thing : scene.primitives()) {
            Mesh mesh = meshes.computeIfAbsent(thing.material(), m -> new Mesh());
            Tessellation.add(thing.shape(), mesh);
        }
        List<ScenePart> parts = new ArrayList<>();
        meshes.forEach(
                (material, mesh) ->
                        parts.add(new ScenePart("part" + parts.size(), Paint.of(material), mesh)));
        return List.copyOf(parts);
    }

    /** Everything to collide with, ceiling included, ground not (it is a plane of its own). */
    static Mesh obstacles(Scene scene) {
        Mesh all = new Mesh();
        if (scene.indoors()) {
            slab(scene, scene.ceilingM() + SLAB_M / 2, all);
        }
        for (Primitive thing : scene.primitives()) {
            if (thing.obstacle()) {
                Tessellation.add(thing.shape(), all);
            }
        }
        return all;
    }

    private static void slab(Scene scene, double middleZ, Mesh mesh) {
        var r = scene.region();
        double beyond = scene.indoors() ? 1 : BEYOND_M;
        Tessellation.add(
                Box.of(
                        (r.minX() + r.maxX()) / 2,
                        (r.minY() + r.maxY()) / 2,
                        middleZ,
                        (r.maxX() - r.minX()) / 2 + beyond,
                        (r.maxY() - r.minY()) / 2 + beyond,
                        SLAB_M / 2,
                        0),
                mesh);
    }
}
