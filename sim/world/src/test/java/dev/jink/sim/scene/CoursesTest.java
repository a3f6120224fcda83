package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayDeque;
import java.util.List;

class CoursesTest {
    private static final double RADIUS_M = 0.5; // the drone's and as much again
    private static final double CELL_M = 0.2;
    private static final double HALF_M = 12;

    @ParameterizedTest
    @EnumSource(CourseKind.class)
    void shouldLeaveAWayThroughAtFlightHeight(CourseKind kind) {
        for (long seed = 1; seed <= 12; seed++) {
            CourseSettings settings = new CourseSettings(kind, 5, 40, 0);
            Scene scene = Courses.scene(seed, settings);
            assertTrue(scene.distance(0, 0, 1.5) > RADIUS_M, kind + " start of seed " + seed);
            assertTrue(reachable(scene, settings), kind + " seed " + seed + " has no way through");
        }
    }

    /** Flood fill of a level grid from the start. */
    private static boolean reachable(Scene scene, CourseSettings settings) {
        int columns = (int) ((settings.goalM() + 6) / CELL_M);
        int rows = (int) (2 * HALF_M / CELL_M);
        boolean[] seen = new boolean[columns * rows];
        ArrayDeque<Integer> open = new ArrayDeque<>();
        int start = rows / 2 * columns + (int) (3 / CELL_M);
        open.add(start);
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.removeFirst();
            double x = cell % columns * CELL_M - 3;
            double y = cell / columns * CELL_M - HALF_M;
            if (Math.hypot(x - settings.goalM(), y) < 1) {
                return true;
            }
            for (int next : new int[] {cell - 1, cell + 1, cell - columns, cell + columns}) {
                int column = next % columns;
                if (next < 0
                        || next >= seen.length
                        || seen[next]
                        || Math.abs(column - cell % columns) > 1) {
                    continue;
                }
                seen[next] = true;
                double nextX = column * CELL_M - 3;
                double nextY = next / columns * CELL_M - HALF_M;
                if (scene.distance(nextX, nextY, 1.5) > RADIUS_M) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    @ParameterizedTest
    @EnumSource(CourseKind.class)
    void shouldBeTheSameForTheSameSeedAndAnotherForAnother(CourseKind kind) {
        CourseSettings settings = new CourseSettings(kind, 5, 40, 4);
        assertEquals(
                Courses.scene(3, settings).primitives(), Courses.scene(3, settings).primitives());
        assertNotEquals(
                Courses.scene(3, settings).primitives(), Courses.scene(4, settings).primitives());
        assertEquals(Courses.movers(3, settings), Courses.movers(3, settings));
        assertEquals(4, Courses.movers(3, settings).size());
    }

    @Test
    void shouldBlockTheStraightLineOfMostCourses() {
        for (CourseKind kind : new CourseKind[] {CourseKind.FOREST, CourseKind.GAP}) {
            for (long seed = 1; seed <= 20; seed++) {
                Scene scene = Courses.scene(seed, new CourseSettings(kind, 5, 40, 0));
                double least = Double.POSITIVE_INFINITY;
                for (double x = 0; x < 38; x += 0.1) {
                    least = Math.min(least, scene.distance(x, 0, 1.5));
                }
                assertTrue(least < 0.25, kind + " " + seed + ": " + least);
            }
        }
    }

    @Test
    void shouldWalkToAndFro() {
        Primitive post = new Primitive(Box.of(1, -2, 1, 0.1, 0.1, 1, 0), Material.plain(0.5), true);
        Mover mover = new Mover(List.of(post), 1, -2, 1, 2, 2, 0);
        assertEquals(0, mover.offsetY(0), 1e-9);
        assertEquals(3, mover.offsetY(1.5), 1e-9);
        assertEquals(4, mover.offsetY(2), 1e-9);
        assertEquals(2, mover.offsetY(3), 1e-9);
        assertEquals(0, mover.offsetY(4), 1e-9);
        assertEquals(0.9, mover.distance(1, 0, 1, 0.5), 1e-9);
        Box moved = (Box) mover.at(1.5).getFirst().shape();
        assertEquals(1, moved.centreY(), 1e-9);
        assertEquals(0, mover.offsetX(1.5), 1e-9);
    }

    @Test
    void shouldSayWhatIsWrong() {
        assertEquals(
                "course: movers is -1, wanted 0 to 50 people",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new CourseSettings(CourseKind.GAP, 5, 40, -1))
                        .getMessage());
        assertEquals(
                "mover: speed is 0.0 m/s over 1.0 m; wanted both above 0",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Mover(List.of(), 0, 0, 1, 0, 0, 0))
                        .getMessage());
    }
}
