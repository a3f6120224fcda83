package dev.jink.training;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Pictures drawn at random from the first frames of a pool, developed afresh every time. */
final class PoolExamples implements ExampleSource {
    private static final int VALIDATION = -1;

    private final FramePool pool;
    private final int frames;
    private final long seed;
    private final Darkroom darkroom = new Darkroom();

    /**
     * @param frames how many of the pool's frames are used, from the first on
     */
    PoolExamples(FramePool pool, int frames, long seed) {
        this.pool = pool;
        this.frames = frames;
        this.seed = seed;
    }

    @Override
    public void fill(int step, int slot, Example out) {
        SplittableRandom random = Seeds.random(seed, step, slot);
        darkroom.develop(pool.frame(random.nextInt(frames)), random, out);
    }

    /** Develops frame {@code index} of those to judge by, always alike. */
    static void judged(Darkroom darkroom, MemorySegment frame, long seed, int index, Example out) {
        darkroom.develop(frame, Seeds.random(seed, VALIDATION, index), out);
    }

    /** Every frame once, always developed alike: pictures to judge by. */
    static List<Example> fixed(FramePool pool, int frames, long seed) {
        Darkroom darkroom = new Darkroom();
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            Example example = new Example();
            judged(darkroom, pool.frame(i), seed, i, example);
            examples.add(example);
        }
        return examples;
    }
}
