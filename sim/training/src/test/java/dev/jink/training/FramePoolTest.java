package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.sim.scene.Photographs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

class FramePoolTest {
    private static final long SEED = 3;

    @TempDir private Path folder;

    @Test
    void shouldRenderTheSameFramesWhateverTheThreads() throws IOException {
        System.out.println("seed " + SEED);
        render("one", 9, 1);
        render("two", 9, 2);
        assertArrayEquals(bytes("one"), bytes("two"));
    }

    @Test
    void shouldGoOnWhereACutOffPoolStopped() throws IOException {
        render("whole", 6, 1);
        byte[] whole = bytes("whole");
        int cut = 4 * FrameLayout.BYTES + 1234;
        Files.write(folder.resolve("cut"), Arrays.copyOf(whole, cut));
        render("cut", 6, 1);
        assertArrayEquals(whole, bytes("cut"));
    }

    @Test
    void shouldKeepScenesOfTrainingAndValidationApart() throws IOException {
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        new SceneFrames(SEED, false, Dressing.none()).render(0, frame);
        assertEquals(0, FrameLayout.sceneSeed(frame) & 1);
        long trained = FrameLayout.sceneSeed(frame);
        new SceneFrames(SEED, true, Dressing.none()).render(0, frame);
        assertEquals(1, FrameLayout.sceneSeed(frame) & 1);
        assertNotEquals(trained, FrameLayout.sceneSeed(frame));
    }

    @Test
    void shouldPutThingsInTheWayWhereAskedToAndLeaveTheSceneElse() {
        MemorySegment bare = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        MemorySegment met = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        Dressing always = new Dressing(1, 0, Photographs.none());
        int nearer = 0;
        for (int i = 0; i < 12; i++) {
            new SceneFrames(SEED, false, Dressing.none()).render(i, bare);
            new SceneFrames(SEED, false, always).render(i, met);
            assertEquals(FrameLayout.sceneSeed(bare), FrameLayout.sceneSeed(met));
            boolean changed = false;
            for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
                float before = FrameLayout.rangeM(bare, cell);
                float after = FrameLayout.rangeM(met, cell);
                assertTrue(after <= before, "frame " + i + ": " + after + " m for " + before);
                changed |= after < before && after < 4.5f;
            }
            nearer += changed ? 1 : 0;
        }
        // Some stand below or above what the camera sees, or had no room.
        assertTrue(nearer >= 7, nearer + " of 12 with something nearer");
    }

    @Test
    void shouldHoldLightAndRangesThatMakeSense() {
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        int near = 0;
        int ground = 0;
        for (int i = 0; i < 12; i++) {
            new SceneFrames(SEED, false, Dressing.none()).render(i, frame);
            float brightest = 0;
            for (int p = 0; p < VirtualPicture.PIXELS; p++) {
                brightest = Math.max(brightest, FrameLayout.light(frame, p));
            }
            assertTrue(brightest > 1e-3f, "frame " + i + " is black");
            for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
                float rangeM = FrameLayout.rangeM(frame, cell);
                assertTrue(rangeM > 0.02f, "range " + rangeM);
                near += rangeM < 2 ? 1 : 0;
                float surfaceM = FrameLayout.surfaceM(frame, cell);
                assertTrue(surfaceM <= rangeM, surfaceM + " m behind an obstacle of " + rangeM);
                ground += surfaceM < rangeM ? 1 : 0;
            }
        }
        assertTrue(near > 100, "cells nearer than 2 m: " + near);
        assertTrue(ground > 300, "cells whose nearest surface is no obstacle: " + ground);
    }

    @Test
    void shouldKeepLightAndRangeThroughTheLayout() {
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        for (float light : new float[] {0, 0.001f, 0.03f, 1, 15.9f}) {
            FrameLayout.light(frame, VirtualPicture.PIXELS - 1, light);
            float kept = FrameLayout.light(frame, VirtualPicture.PIXELS - 1);
            assertEquals(light, kept, 1e-5f + light * 0.002f);
        }
        FrameLayout.light(frame, 0, 40);
        assertEquals(FrameLayout.MOST_LIGHT, FrameLayout.light(frame, 0));
        int last = VirtualPicture.CELLS - 1;
        FrameLayout.rangeM(frame, last, 7.123f);
        assertEquals(7.123f, FrameLayout.rangeM(frame, last), 6e-4f);
        FrameLayout.rangeM(frame, last, 90);
        assertEquals(Float.POSITIVE_INFINITY, FrameLayout.rangeM(frame, last));
        FrameLayout.rangeM(frame, last, Float.POSITIVE_INFINITY);
        assertEquals(Float.POSITIVE_INFINITY, FrameLayout.rangeM(frame, last));
    }

    @Test
    void shouldDevelopTheSameFrameAlikeWithOneSeedAndDifferentlyWithAnother() throws IOException {
        try (FramePool pool = render("pool", 2, 1)) {
            byte[] first = developed(pool, 1);
            assertArrayEquals(first, developed(pool, 1));
            assertTrue(!Arrays.equals(first, developed(pool, 2)));
        }
    }

    private static byte[] developed(FramePool pool, long seed) {
        return PoolExamples.fixed(pool, 2, seed).get(1).picture().toArray(ValueLayout.JAVA_BYTE);
    }

    private FramePool render(String name, int frames, int threads) throws IOException {
        FramePool pool =
                FramePool.open(
                        folder.resolve(name),
                        frames,
                        new SceneFrames(SEED, false, Dressing.none()),
                        threads,
                        Progress.silent());
        assertEquals(frames, pool.size());
        return pool;
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
