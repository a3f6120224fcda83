package dev.jink.calibration.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Random;

/** The derivatives, against differences; the formulas, against the room's own. */
class ProjectionTest {
    private static final double STEP = 1e-6;

    private static double[] camera(LensModel lens, Random random) {
        double[] p = Camera.ideal(lens, 640, 480, 300);
        for (int i = 0; i < p.length; i++) {
            p[i] += i < 4 ? random.nextDouble(-5, 5) : random.nextDouble(-0.02, 0.02);
        }
        return p;
    }

    private static BoardPose pose(Random random) {
        double[] r =
                Rotations.ofVector(
                        random.nextDouble(-0.6, 0.6),
                        random.nextDouble(-0.6, 0.6),
                        random.nextDouble(-3, 3));
        return new BoardPose(
                r, new double[] {random.nextDouble(-0.1, 0.1), random.nextDouble(-0.1, 0.1), 0.5});
    }

    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldAgreeWithDifferences(LensModel lens) {
        Random random = new Random(3);
        Projection here = new Projection(lens);
        Projection there = new Projection(lens);
        for (int trial = 0; trial < 50; trial++) {
            double[] p = camera(lens, random);
            BoardPose pose = pose(random);
            double x = trial == 0 ? 0 : random.nextDouble(-0.2, 0.2);
            double y = trial == 0 ? 0 : random.nextDouble(-0.2, 0.2);
            assertTrue(here.at(p, pose, x, y, 0));
            for (int i = 0; i < p.length; i++) {
                double[] more = p.clone();
                more[i] += STEP;
                double[] less = p.clone();
                less[i] -= STEP;
                assertTrue(there.at(more, pose, x, y, 0));
                double u = there.u;
                double v = there.v;
                assertTrue(there.at(less, pose, x, y, 0));
                near((u - there.u) / (2 * STEP), here.byCamera[i]);
                near((v - there.v) / (2 * STEP), here.byCamera[p.length + i]);
            }
            for (int i = 0; i < 6; i++) {
                double[] step = new double[6];
                step[i] = STEP;
                assertTrue(there.at(p, pose.moved(step), x, y, 0));
                double u = there.u;
                double v = there.v;
                step[i] = -STEP;
                assertTrue(there.at(p, pose.moved(step), x, y, 0));
                near((u - there.u) / (2 * STEP), here.byPose[i]);
                near((v - there.v) / (2 * STEP), here.byPose[6 + i]);
            }
        }
    }

    private static void near(double expected, double got) {
        assertEquals(expected, got, 1e-5 * (1 + Math.abs(expected)));
    }

    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldProjectAsTheCameraModelDoes(LensModel lens) {
        Random random = new Random(4);
        Projection here = new Projection(lens);
        double[] uv = new double[2];
        for (int trial = 0; trial < 50; trial++) {
            double[] p = camera(lens, random);
            BoardPose pose = pose(random);
            double x = random.nextDouble(-0.2, 0.2);
            double y = random.nextDouble(-0.2, 0.2);
            double[] point = new double[3];
            pose.place(x, y, point);
            assertTrue(here.at(p, pose, x, y, 0));
            assertTrue(Camera.model(lens, 640, 480, p).project(point[0], point[1], point[2], uv));
            assertArrayEquals(uv, new double[] {here.u, here.v}, 1e-9);
        }
    }

    /** Against the sum over the disc: each of its parts by its area in the picture. */
    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldSeeTheMiddleOfADotsPicture(LensModel lens) {
        Random random = new Random(5);
        Projection here = new Projection(lens);
        Projection there = new Projection(lens);
        double radius = 0.015;
        int rings = 150;
        int spokes = 24;
        double side = 1e-5;
        double most = 0;
        for (int trial = 0; trial < 30; trial++) {
            double[] p = camera(lens, random);
            p[lens.dots()] = 0;
            BoardPose pose = pose(random);
            double x = random.nextDouble(-0.2, 0.2);
            double y = random.nextDouble(-0.2, 0.2);
            double area = 0;
            double sumU = 0;
            double sumV = 0;
            for (int i = 0; i < rings * spokes; i++) {
                double r = radius * (i / spokes + 0.5) / rings;
                double angle = 2 * Math.PI * (i % spokes) / spokes;
                double dx = r * Math.cos(angle);
                double dy = r * Math.sin(angle);
                assertTrue(there.at(p, pose, x + dx + side, y + dy, 0));
                double ux = there.u;
                double vx = there.v;
                assertTrue(there.at(p, pose, x + dx, y + dy + side, 0));
                double uy = there.u;
                double vy = there.v;
                assertTrue(there.at(p, pose, x + dx, y + dy, 0));
                double part =
                        r * ((ux - there.u) * (vy - there.v) - (uy - there.u) * (vx - there.v));
                area += part;
                sumU += part * there.u;
                sumV += part * there.v;
            }
            assertTrue(here.at(p, pose, x, y, radius));
            assertEquals(sumU / area, here.u, 3e-4, "trial " + trial);
            assertEquals(sumV / area, here.v, 3e-4, "trial " + trial);
            assertTrue(there.at(p, pose, x, y, 0));
            most = Math.max(most, Math.hypot(here.u - there.u, here.v - there.v));
        }
        assertTrue(most > 0.1, "the two middles differ: " + most);
    }

    @ParameterizedTest
    @EnumSource(LensModel.class)
    void shouldMoveADotsMiddleWithItsArea(LensModel lens) {
        Random random = new Random(6);
        Projection here = new Projection(lens);
        Projection there = new Projection(lens);
        int dots = lens.dots();
        for (int trial = 0; trial < 30; trial++) {
            double[] p = camera(lens, random);
            double[] more = p.clone();
            more[dots] += 0.01;
            BoardPose pose = pose(random);
            double x = random.nextDouble(-0.2, 0.2);
            assertTrue(here.at(p, pose, x, 0.1, 0.015));
            assertTrue(there.at(more, pose, x, 0.1, 0.015));
            assertEquals(there.u - here.u, 0.01 * here.byCamera[dots], 1e-4, "trial " + trial);
            assertEquals(
                    there.v - here.v,
                    0.01 * here.byCamera[lens.parameters() + dots],
                    1e-4,
                    "trial " + trial);
        }
    }
}
