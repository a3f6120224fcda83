package dev.jink.sim.camera;

import dev.jink.sim.scene.Box;
import dev.jink.sim.scene.Capsule;
import dev.jink.sim.scene.Ellipsoid;
import dev.jink.sim.scene.Frustum;
import dev.jink.sim.scene.Material;
import dev.jink.sim.scene.Primitive;
import dev.jink.sim.scene.Scene;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * A scene's solids packed for ray casting: one row of numbers each. Doubles, because the
 * discriminant of a wire of 5 mm seen from 40 m is lost in float.
 *
 * <pre>
 * box, ellipsoid: cx cy cz  hx hy hz  cos sin  1/hx 1/hy 1/hz
 * stem, rod:      ax ay az  ux uy uz  length radius slope tip-radius  e1x e1y e1z  e2x e2y e2z
 * </pre>
 */
final class Geometry {
    static final int BOX = 0;
    static final int ELLIPSOID = 1;
    static final int STEM = 2;
    static final int ROD = 3;
    static final int ROW = 16;

    private int count;
    private int[] kind = new int[0];
    private double[] rows = new double[0];
    private Material[] material = new Material[0];
    private boolean[] obstacle = new boolean[0];
    private boolean[] porous = new boolean[0];
    // The solids in the order of their materials, and where in it each is.
    private int[] grouped = new int[0];
    private int[] place = new int[0];

    void load(Scene scene) {
        List<Primitive> things = scene.primitives();
        count = things.size();
        if (kind.length < count) {
            int capacity = count + count / 2;
            kind = new int[capacity];
            rows = new double[capacity * ROW];
            material = new Material[capacity];
            obstacle = new boolean[capacity];
            porous = new boolean[capacity];
            grouped = new int[capacity];
            place = new int[capacity];
        }
        Arrays.fill(material, null);
        for (int i = 0; i < count; i++) {
            Primitive thing = things.get(i);
            material[i] = thing.material();
            obstacle[i] = thing.obstacle();
            porous[i] = thing.material().porosity() > 0;
            switch (thing.shape()) {
                case Box b -> {
                    kind[i] = BOX;
                    row(i, b.centreX(), b.centreY(), b.centreZ(), b.halfX(), b.halfY(), b.halfZ());
                    rows[i * ROW + 6] = b.cosYaw();
                    rows[i * ROW + 7] = b.sinYaw();
                }
                case Ellipsoid e -> {
                    kind[i] = ELLIPSOID;
                    row(i, e.centreX(), e.centreY(), e.centreZ(), e.halfX(), e.halfY(), e.halfZ());
                    rows[i * ROW + 6] = e.cosYaw();
                    rows[i * ROW + 7] = e.sinYaw();
                    rows[i * ROW + 8] = 1 / e.halfX();
                    rows[i * ROW + 9] = 1 / e.halfY();
                    rows[i * ROW + 10] = 1 / e.halfZ();
                }
                case Frustum f -> {
                    kind[i] = STEM;
                    row(i, f.x(), f.y(), f.z(), f.ux(), f.uy(), f.uz());
                    axis(i, f.lengthM(), f.baseRadiusM(), f.tipRadiusM());
                }
                case Capsule c -> {
                    kind[i] = ROD;
                    row(i, c.x(), c.y(), c.z(), c.ux(), c.uy(), c.uz());
                    axis(i, c.lengthM(), c.radiusM(), c.radiusM());
                }
            }
        }
        group();
    }

    /** A counting sort: inside each material the order of solids remains. */
    private void group() {
        Map<Material, Integer> numbers = new IdentityHashMap<>();
        int[] ends = new int[count + 1];
        for (int i = 0; i < count; i++) {
            place[i] = numbers.computeIfAbsent(material[i], its -> numbers.size());
            ends[place[i] + 1]++;
        }
        for (int k = 0; k < numbers.size(); k++) {
            ends[k + 1] += ends[k];
        }
        for (int i = 0; i < count; i++) {
            place[i] = ends[place[i]]++;
            grouped[place[i]] = i;
        }
    }

    private void row(int i, double a, double b, double c, double d, double e, double f) {
        int at = i * ROW;
        rows[at] = a;
        rows[at + 1] = b;
        rows[at + 2] = c;
        rows[at + 3] = d;
        rows[at + 4] = e;
        rows[at + 5] = f;
    }

    private void axis(int i, double length, double radius, double tipRadius) {
        int at = i * ROW;
        rows[at + 6] = length;
        rows[at + 7] = radius;
        rows[at + 8] = (tipRadius - radius) / length;
        rows[at + 9] = tipRadius;
        double ux = rows[at + 3];
        double uy = rows[at + 4];
        double uz = rows[at + 5];
        // e1 is across the axis: horizontal unless the axis is upright.
        double ex = Math.abs(uz) > 0.9 ? 1 - ux * ux : -uy;
        double ey = Math.abs(uz) > 0.9 ? -ux * uy : ux;
        double ez = Math.abs(uz) > 0.9 ? -ux * uz : 0;
        double norm = Math.sqrt(ex * ex + ey * ey + ez * ez);
        rows[at + 10] = ex / norm;
        rows[at + 11] = ey / norm;
        rows[at + 12] = ez / norm;
        rows[at + 13] = (uy * ez - uz * ey) / norm;
        rows[at + 14] = (uz * ex - ux * ez) / norm;
        rows[at + 15] = (ux * ey - uy * ex) / norm;
    }

    int count() {
        return count;
    }

    int kind(int i) {
        return kind[i];
    }

    double[] rows() {
        return rows;
    }

    Material material(int i) {
        return material[i];
    }

    /** The k-th solid in an order in which those of one material follow each other. */
    int grouped(int k) {
        return grouped[k];
    }

    /** Where a solid is in that order. */
    int place(int i) {
        return place[i];
    }

    /** Whether rays may pass through holes of its surface. */
    boolean porous(int i) {
        return porous[i];
    }

    boolean obstacle(int i) {
        return obstacle[i];
    }

    /** Greatest distance of the surface from the axis of a stem or rod. */
    double thickness(int i) {
        return Math.max(rows[i * ROW + 7], rows[i * ROW + 9]);
    }
}
