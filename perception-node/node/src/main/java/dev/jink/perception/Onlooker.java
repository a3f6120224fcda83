package dev.jink.perception;

import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who watches: has what the path saw and did last, each time it looks. It takes the pauses
 * between two frames for that, so the path never waits for it. One thread at a time.
 */
public final class Onlooker {
    // A path at rest is found at once; a busy one has a pause between two frames.
    private static final int TRIES = 60;
    private static final long RETRY_NANOS = 500_000L;

    private final Perception perception;
    private Glimpse seen;
    private Glimpse spare;
    private long seenFrames;

    public Onlooker(Perception perception) {
        this.perception = perception;
        seen = perception.newGlimpse();
        spare = perception.newGlimpse();
    }

    /** Looks; returns whether there was anything new to see. */
    public boolean look() {
        long frames = perception.allocation().frames();
        if (frames == seenFrames) {
            return false;
        }
        for (int i = 0; i < TRIES; i++) {
            if (perception.glimpse(spare)) {
                Glimpse older = seen;
                seen = spare;
                spare = older;
                seenFrames = frames;
                return true;
            }
            LockSupport.parkNanos(RETRY_NANOS);
        }
        return false;
    }

    /** What was seen last; overwritten by the look after the next. */
    public Glimpse seen() {
        return seen;
    }
}
