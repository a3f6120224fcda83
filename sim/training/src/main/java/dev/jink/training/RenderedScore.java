package dev.jink.training;

import dev.jink.compiler.binarize.Precision;
import dev.jink.kernels.plan.Plan;
import dev.jink.sim.scene.SceneKind;

import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A model and its float twin on rendered scenes that training never saw.
 *
 * @param encounterShare of the scenes, those with something put in the camera's way
 * @param model of the 1-bit model, over all kinds of scene
 * @param twin of its float twin; null without one
 * @param binarized the twin cut to one bit after training
 * @param kinds a row of the model's for each kind of scene, as {@link Score#row} has it
 * @param gallery some of the pictures
 */
record RenderedScore(
        double encounterShare,
        Score model,
        Score twin,
        List<PostTraining> binarized,
        List<String> kinds,
        Gallery gallery) {
    private static final int SHOWN = 24;
    private static final int CALIBRATION = 64;

    /**
     * Renders and judges.
     *
     * @param teacher the float twin; null when there is none
     * @param precisions to binarize the twin to after training
     * @param dressing of the scenes
     * @param count pictures
     * @param seed of scenes and cameras; scene seeds are odd, those of training even
     */
    static RenderedScore of(
            Plan plan,
            SightNetwork teacher,
            List<Precision> precisions,
            Dressing dressing,
            int count,
            long seed,
            PrintStream out) {
        List<Example> examples = examples(dressing, count, seed, out);
        Predictor engine = Predictor.engine(plan);
        Gallery gallery = new Gallery("Rendered scenes", count, SHOWN);
        List<float[]> logits = new ArrayList<>();
        for (Example example : examples) {
            float[] seen = engine.logits(example).clone();
            logits.add(seen);
            gallery.add(name(example), example.pixels(), seen, example.truth());
        }
        Score twin = null;
        if (teacher != null) {
            Predictor opinion = Predictor.libtorch(teacher, Arithmetic.FLOAT);
            List<float[]> opinions = examples.stream().map(e -> opinion.logits(e).clone()).toList();
            twin = Score.of(examples, opinions, e -> true);
        }
        List<PostTraining> binarized = new ArrayList<>();
        if (teacher != null && !precisions.isEmpty()) {
            List<Example> calibration = examples(dressing, CALIBRATION, seed + 1, out);
            for (Precision precision : precisions) {
                binarized.add(PostTraining.of(teacher, precision, calibration, examples));
            }
        }
        List<String> kinds = new ArrayList<>();
        for (Mixture part : Mixture.values()) {
            int kind = part.scene().ordinal();
            Score score = Score.of(examples, logits, e -> e.kind() == kind);
            kinds.add(score.row(part.name().toLowerCase(Locale.ROOT)));
        }
        return new RenderedScore(
                dressing.encounterShare(),
                Score.of(examples, logits, e -> true),
                twin,
                List.copyOf(binarized),
                List.copyOf(kinds),
                gallery);
    }

    private static String name(Example example) {
        return SceneKind.values()[example.kind()].name().toLowerCase(Locale.ROOT);
    }

    private static List<Example> examples(
            Dressing dressing, int count, long seed, PrintStream out) {
        SceneFrames frames = new SceneFrames(seed, true, dressing);
        Progress progress = new Progress("render", out, System::nanoTime);
        progress.start(0, count);
        Example[] examples = new Example[count];
        ThreadLocal<Darkroom> darkrooms = ThreadLocal.withInitial(Darkroom::new);
        int threads = Math.min(count, Runtime.getRuntime().availableProcessors());
        try (Arena arena = Arena.ofShared()) {
            MemorySegment all = arena.allocate((long) threads * FrameLayout.BYTES);
            Workers.run(
                    threads,
                    threads,
                    thread -> {
                        MemorySegment frame =
                                all.asSlice((long) thread * FrameLayout.BYTES, FrameLayout.BYTES);
                        for (int i = thread; i < count; i += threads) {
                            frame.fill((byte) 0);
                            frames.render(i, frame);
                            examples[i] = new Example();
                            PoolExamples.judged(darkrooms.get(), frame, seed, i, examples[i]);
                            if (thread == 0) {
                                progress.at(Math.min(count, i + threads), "pictures");
                            }
                        }
                    });
        }
        return List.of(examples);
    }
}
