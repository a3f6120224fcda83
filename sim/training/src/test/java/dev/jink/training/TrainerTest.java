package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

class TrainerTest {
    private static final long SEED = 21;
    private static final int STEPS = 6;
    private static final Architecture TINY = Architecture.sight(4, 1, 4, List.of(2), 1);

    @TempDir private Path folder;

    @Test
    void shouldEndAlikeWhetherInterruptedOrNot() throws IOException {
        System.out.println("seed " + SEED);
        SightNetwork whole = new SightNetwork(TINY, SEED);
        double wanted = train(whole, "whole", STEPS, Integer.MAX_VALUE);

        SightNetwork cut = new SightNetwork(TINY, SEED);
        assertThrows(IllegalStateException.class, () -> train(cut, "cut", STEPS, 3));
        SightNetwork resumed =
                new SightNetwork(TINY, SEED + 1); // all of it must come from the file
        assertEquals(wanted, train(resumed, "cut", STEPS, Integer.MAX_VALUE));
        for (long i = 0; i < whole.weights().trained().size(); i++) {
            assertArrayEquals(
                    Weights.values(whole.weights().trained().get(i)),
                    Weights.values(resumed.weights().trained().get(i)));
        }
    }

    @Test
    void shouldRefuseACheckpointOfAnotherPlan() throws IOException {
        train(new SightNetwork(TINY, SEED), "file", 2, Integer.MAX_VALUE);
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> train(new SightNetwork(TINY, SEED), "file", 3, Integer.MAX_VALUE));
        assertTrue(
                e.getMessage()
                        .matches(
                                "checkpoint .*file: got plan \\p{XDigit}+, wanted \\p{XDigit}+ of"
                                        + " these options; repeat the options it was started with"
                                        + " or remove the file"),
                e.getMessage());
    }

    @Test
    void shouldLearnWhatIsEasy() throws IOException {
        SightNetwork network = new SightNetwork(TINY, SEED);
        double early = train(network, "early", 1, Integer.MAX_VALUE);
        double late = train(network, "late", 60, Integer.MAX_VALUE);
        assertTrue(late < 0.8 * early, "loss from " + early + " to " + late);
    }

    @Test
    void shouldIgnoreCellsThatWereNotSeen() {
        assertEquals(0f, Ordinal.cost(0.5f, false));
        assertTrue(Ordinal.cost(0.5f, true) > Ordinal.cost(7f, true));
        assertTrue(Ordinal.cost(7f, true) > Ordinal.cost(Float.POSITIVE_INFINITY, true));
    }

    @Test
    void shouldRiseThenFallWithTheSchedule() {
        Schedule schedule = new Schedule(0.01, 10, 100);
        assertEquals(0.001, schedule.rate(0), 1e-5);
        assertEquals(0.01, schedule.rate(9), 3e-4);
        assertTrue(schedule.rate(50) < schedule.rate(20));
        assertEquals(0.0001, schedule.rate(99), 1e-5);
    }

    private double train(SightNetwork network, String file, int steps, int failAt)
            throws IOException {
        StagePlan plan =
                new StagePlan(
                        "test", Arithmetic.BINARY, new Schedule(0.01, 2, steps), 4, 1e-4, 0, SEED);
        ExampleSource source =
                (step, slot, out) -> {
                    if (step == failAt) {
                        throw new IllegalStateException("power cut");
                    }
                    bright(Seeds.random(SEED, step, slot), out);
                };
        return new Trainer(network, null, plan)
                .run(source, 1, folder.resolve(file), 1, Progress.silent());
    }

    /** Bright cells are near, dark ones far: enough to be learned in a few steps. */
    private static void bright(SplittableRandom random, Example out) {
        MemorySegment frame = MemorySegment.ofArray(new byte[FrameLayout.BYTES]);
        byte[] pixels = new byte[VirtualPicture.PIXELS];
        for (int cell = 0; cell < VirtualPicture.CELLS; cell++) {
            boolean near = random.nextBoolean();
            FrameLayout.rangeM(frame, cell, near ? 0.5f : Float.POSITIVE_INFINITY);
            int corner =
                    cell / VirtualPicture.COLUMNS * 8 * VirtualPicture.WIDTH
                            + cell % VirtualPicture.COLUMNS * 8;
            for (int i = 0; i < 64; i++) {
                pixels[corner + i / 8 * VirtualPicture.WIDTH + i % 8] = (byte) (near ? 200 : 60);
            }
        }
        out.picture().copyFrom(MemorySegment.ofArray(pixels));
        out.label(frame, false);
        out.normalise(FieldOfView.WHOLE);
    }
}
