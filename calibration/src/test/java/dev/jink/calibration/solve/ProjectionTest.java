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
            assertTrue(here.at(p, pose, x, y));
            for (int i = 0; i < p.length; i++) {
                double[] more = p.clone();
                more[i] += STEP;
                double[] less = p.clone();
                less[i] -= STEP;
                assertTrue(there.at(more, pose, x, y));
                double u = there.u;
                double v = there.v;
                assertTrue(there.at(less, pose, x, y));
                near((u - there.u) / (2 * STEP), here.byCamera[i]);
                near((v - there.v) / (2 * STEP), here.byCamera[p.length + i]);
            }
            for (int i = 0; i < 6; i++) {
                double[] step = new double[6];
                step[i] = STEP;
                assertTrue(there.at(p, pose.moved(step), x, y));
                double u = there.u;
                double v = there.v;
                step[i] = -STEP;
                assertTrue(there.at(p, pose.moved(step), x, y));
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
            assertTrue(here.at(p, pose, x, y));
            assertTrue(Camera.model(lens, 640, 480, p).project(point[0], point[1], point[2], uv));
            assertArrayEquals(uv, new double[] {here.u, here.v}, 1e-9);
        }
    }
}
