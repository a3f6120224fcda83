package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.calibration.Mount;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.plan.Plan;
import dev.jink.perception.Flights.CountingLink;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.latency.AllocationMeter;
import dev.jink.perception.sight.Detector;

import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/**
 * From the hand-over of a frame to its command, and on both threads of it: not one byte of heap.
 */
class PathAllocationTest {
    private static final int FRAMES = 10_000;
    private static final long SEED = 11;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;
    private static final Path SHIPPED = Path.of("../models/sight.jink");

    @Test
    void shouldAllocateNothingOverTenThousandFrames() {
        measure(TestModel.detector());
    }

    @Test
    void shouldAllocateNothingWithTheShippedModel() throws Exception {
        assertTrue(Files.isRegularFile(SHIPPED), SHIPPED + " is not there: train it first");
        measure(new Detector(Plan.load(SHIPPED, KernelProvider.choose())));
    }

    private static void measure(Detector detector) {
        CountingLink link = new CountingLink();
        // A budget so large that a busy machine can't make the guard step in: bytes are measured
        // here.
        PipelineSettings settings =
                PipelineSettings.of(
                        10_000, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults());
        try (Perception perception =
                new Perception(
                        settings,
                        detector,
                        Links.of(link, command -> {}),
                        CLOCK,
                        (command, sectors, distrust) -> {},
                        fault -> {
                            throw new AssertionError(fault);
                        })) {
            perception.start();
            new WarmUp(
                            perception,
                            CLOCK,
                            Flights.CAMERA,
                            command -> {},
                            door -> Entrance.direct(door, CLOCK))
                    .run(60_000_000_000L);
            perception.look(Eye.of(Flights.CAMERA, settings.mount(), perception.detector()));
            // As the node does at the end of its warm-up.
            assertTrue(new TextConstants().create() > 0, "the tests' JVM has the exports");
            perception.activate();
            AllocationMeter handOver = new AllocationMeter();
            fly(perception, handOver);
            assertEquals(FRAMES, perception.counters().of(Outcome.ACTED), "seed " + SEED);
            // Where this process got no processor for long, the guard brakes: for the silence, or
            // for the path that answers nothing.
            long guards = perception.silence().brakes() + perception.stall().brakes();
            assertEquals(FRAMES + guards, link.sent());
            assertEquals(FRAMES, perception.allocation().frames());
            assertEquals(
                    0,
                    perception.allocation().totalBytes(),
                    () -> "path's thread, worst frame " + perception.allocation().worstBytes());
            assertEquals(
                    0,
                    handOver.totalBytes(),
                    () -> "frames' thread, worst " + handOver.worstBytes());
        }
    }

    private static void fly(Perception perception, AllocationMeter handOver) {
        SplittableRandom dice = new SplittableRandom(SEED);
        Motion motion = new Motion();
        for (int i = 0; i < FRAMES; i++) {
            motion.stampNanos = CLOCK.nanos();
            motion.x += 0.01;
            motion.vx = 1;
            perception.flight().moved(motion);
            perception.flight().want(2, 0, 0, 0, motion.stampNanos);
            Flights.describe(perception.door(), i + 1);
            handOver.begin();
            Frame frame = perception.door().admit(CLOCK.nanos(), i + 1);
            handOver.end();
            Flights.paint(frame, dice);
            handOver.begin();
            perception.door().commit(frame);
            handOver.end();
            while (perception.allocation().frames() == i) {
                Thread.onSpinWait();
            }
        }
    }
}
