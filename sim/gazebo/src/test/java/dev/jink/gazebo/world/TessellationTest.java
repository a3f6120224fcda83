package dev.jink.gazebo.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Dice;
import dev.jink.sim.scene.Ellipsoid;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Shape;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class TessellationTest {
    private static final long SEED = 11;

    private static List<Shape> shapes() {
        Dice dice = new Dice(SEED);
        List<Shape> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            double x = dice.uniform(-20, 20);
            double y = dice.uniform(-20, 20);
            double z = dice.uniform(0, 5);
            double a = dice.logUniform(0.02, 3);
            double b = a * dice.uniform(0.7, 1.4);
            double yaw = dice.uniform(-3, 3);
            all.add(Box.of(x, y, z, a, b, dice.logUniform(0.02, 3), yaw));
            all.add(Ellipsoid.of(x, y, z, a, b, a * dice.uniform(0.7, 1.4), yaw));
            double x2 = x + dice.uniform(-2, 2);
            double y2 = y + dice.uniform(-2, 2);
            double z2 = z + dice.uniform(0.5, 6);
            all.add(Frustum.between(x, y, z, x2, y2, z2, a, a * dice.uniform(0.1, 1)));
            all.add(Capsule.between(x, y, z, x2, y2, z2, a));
        }
        // Upright and lying axes, where the frame across an axis is chosen anew.
        all.add(Frustum.between(0, 0, 0, 0, 0, 4, 0.3, 0.3));
        all.add(Capsule.between(0, 0, 2, 5, 0, 2, 0.02));
        return all;
    }

    @Test
    void shouldLayEveryCornerOnTheShape() {
        for (Shape shape : shapes()) {
            Mesh mesh = mesh(shape);
            for (int t = 0; t < mesh.triangles(); t++) {
                for (int c = 0; c < 3; c++) {
                    double[] p = mesh.corner(t, c);
                    double off = Math.abs(shape.distance(p[0], p[1], p[2]));
                    assertTrue(off < 0.12 * shape.boundM(), shape + ": corner is off by " + off);
                }
            }
        }
    }

    /** By the divergence theorem: a closed mesh wound outwards has the shape's volume. */
    @Test
    void shouldCloseEveryShapeAndWindItOutwards() {
        for (Shape shape : shapes()) {
            double expected =
                    switch (shape) {
                        case Box b -> 8 * b.halfX() * b.halfY() * b.halfZ();
                        case Ellipsoid e -> 4.0 / 3 * Math.PI * e.halfX() * e.halfY() * e.halfZ();
                        case Frustum f ->
                                Math.PI
                                        * f.lengthM()
                                        / 3
                                        * (f.baseRadiusM() * f.baseRadiusM()
                                                + f.baseRadiusM() * f.tipRadiusM()
                                                + f.tipRadiusM() * f.tipRadiusM());
                        case Capsule c ->
                                Math.PI
                                        * c.radiusM()
                                        * c.radiusM()
                                        * (c.lengthM() + 4.0 / 3 * c.radiusM());
                    };
            assertEquals(1, volume(mesh(shape)) / expected, 0.2, "volume of " + shape);
        }
    }

    private static Mesh mesh(Shape shape) {
        Mesh mesh = new Mesh();
        Tessellation.add(shape, mesh);
        return mesh;
    }

    private static double volume(Mesh mesh) {
        double six = 0;
        for (int t = 0; t < mesh.triangles(); t++) {
            double[] a = mesh.corner(t, 0);
            double[] b = mesh.corner(t, 1);
            double[] c = mesh.corner(t, 2);
            six +=
                    a[0] * (b[1] * c[2] - b[2] * c[1])
                            + a[1] * (b[2] * c[0] - b[0] * c[2])
                            + a[2] * (b[0] * c[1] - b[1] * c[0]);
        }
        return six / 6;
    }
}
