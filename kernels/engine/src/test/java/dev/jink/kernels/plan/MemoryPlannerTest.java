package dev.jink.kernels.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.kernels.plan.MemoryPlanner.Region;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Random;

final class MemoryPlannerTest {
    @Test
    void shouldShareSpaceBetweenRegionsOfDifferentTimes() {
        MemoryPlanner planner = new MemoryPlanner();
        Region a = planner.add("a", 100, 0, 1);
        Region b = planner.add("b", 64, 1, 2);
        Region c = planner.add("c", 128, 2, 3);
        assertEquals(192, planner.place());
        assertEquals(0, a.offset());
        assertEquals(128, b.offset());
        assertEquals(0, c.offset());
    }

    @Test
    void shouldNeverOverlapRegionsOfTheSameTime() {
        long seed = 77;
        System.out.println("memory planner, seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            MemoryPlanner planner = new MemoryPlanner();
            int count = 1 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                int first = random.nextInt(10);
                planner.add("r" + i, random.nextInt(2000), first, first + random.nextInt(4));
            }
            long end = planner.place();
            for (Region region : planner.regions()) {
                assertEquals(0, region.offset() % 64);
                assertTrue(region.offset() + region.bytes <= end);
                assertApart(region, planner.regions());
            }
        }
    }

    private static void assertApart(Region region, List<Region> all) {
        for (Region other : all) {
            boolean apartInTime = region.last() < other.first || other.last() < region.first;
            boolean apartInSpace =
                    region.offset() + region.bytes <= other.offset()
                            || other.offset() + other.bytes <= region.offset();
            boolean empty = region.bytes == 0 || other.bytes == 0;
            assertTrue(
                    region == other || apartInTime || apartInSpace || empty,
                    region.name + " and " + other.name);
        }
    }
}
