package dev.jink.perception;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * Made-up frames, one at a time, through a closed perception: every kind of answer, trusted and
 * untrusted pictures, refused frames and late ones.
 */
final class Rehearsal {
    private static final String[] ENCODINGS = {"mono8", "bgr8", "mono8", "rgb8"};
    private static final int MOST_CHANNELS = 3;
    private static final long POLL_NANOS = 20_000;
    private static final int SPINS = 200;
    private static final long STUCK_NANOS = 60_000_000_000L;
    private static final long SEED = 20_260_101;
    private static final int LATE_EVERY = 64;
    private static final int REFUSED_EVERY = 32;
    private static final int DARK_EVERY = 16;
    private static final int STAMPED_EVERY = 8;
    private static final int READ_EVERY = 64;
    private static final int ROUND = 100;
    private static final int WITH_ODOMETRY = 95;

    private final Perception perception;
    private final Entrance entrance;
    private final NanoClock clock;
    private final CameraModel camera;
    private final MemorySegment pixels;
    private final SplittableRandom dice = new SplittableRandom(SEED);
    private final Motion motion = new Motion();

    /**
     * @param perception started, or not: then the calling thread does the work of path and guard
     */
    Rehearsal(Perception perception, Entrance entrance, NanoClock clock, CameraModel camera) {
        this.perception = perception;
        this.entrance = entrance;
        this.clock = clock;
        this.camera = camera;
        pixels =
                Arena.ofAuto()
                        .allocate((long) camera.width() * camera.height() * MOST_CHANNELS, 64);
    }

    /** Plays frame {@code i} and waits for its outcome. Returns how long that took. */
    long play(int i) {
        long now = clock.nanos();
        move(i, now);
        paint(i);
        long answered = answered();
        boolean late = i % LATE_EVERY == LATE_EVERY - 1;
        if (i % READ_EVERY == 0) {
            perception.latency();
        }
        if (i % STAMPED_EVERY != 1) {
            perception.door().forgetStamps();
        }
        show(
                ENCODINGS[i % ENCODINGS.length],
                late ? perception.settings().limits().staleNanos() / 2 : 0);
        if (perception.door().isRefusing()) {
            // Preempted for longer than a frame may take: refused as stale, like a real one.
            return clock.nanos() - now;
        }
        if (perception.isStarted()) {
            await(answered, now);
        } else {
            perception.step();
        }
        long took = clock.nanos() - now;
        if (i % REFUSED_EVERY == REFUSED_EVERY - 1) {
            perception.door().forgetStamps();
            show("16UC1", 0);
        }
        return took;
    }

    private void show(String encoding, long ageNanos) {
        int step = camera.width() * (encoding.equals("mono8") ? 1 : MOST_CHANNELS);
        entrance.show(camera.width(), camera.height(), step, encoding, pixels, ageNanos);
    }

    private void await(long answered, long startNanos) {
        for (int spins = 0; answered() == answered; spins++) {
            if (spins < SPINS) {
                Thread.onSpinWait();
            } else if (clock.nanos() - startNanos > STUCK_NANOS) {
                throw new IllegalStateException(
                        "warm-up: a frame got no answer within 60 s; are path and guard running?");
            } else {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }

    private long answered() {
        OutcomeCounters counters = perception.counters();
        return counters.of(Outcome.ACTED)
                + counters.of(Outcome.BRAKED)
                + counters.of(Outcome.SUPERSEDED);
    }

    private void move(int i, long now) {
        perception.flight().want(i % 7 * 0.5, i % 3 - 1, 0, 0, now);
        if (i % ROUND >= WITH_ODOMETRY) {
            perception.flight().clear();
            return;
        }
        motion.vx = i % 5 * 0.4;
        motion.vy = i % 3 * 0.1;
        motion.x = i * 0.02;
        motion.z = i % 4;
        motion.yaw = Math.sin(i * 0.01);
        motion.stampNanos = now;
        perception.flight().moved(motion);
    }

    /** Blocks of random grey, so that the network sees edges; now and then a dark picture. */
    private void paint(int i) {
        if (i % DARK_EVERY == DARK_EVERY - 1) {
            pixels.fill((byte) 0);
            return;
        }
        long bytes = pixels.byteSize();
        for (long at = 0; at + Long.BYTES <= bytes; at += 512) {
            long end = Math.min(at + 512, bytes);
            pixels.asSlice(at, end - at).fill((byte) dice.nextInt());
            pixels.set(ValueLayout.JAVA_LONG_UNALIGNED, at, dice.nextLong());
        }
    }
}
