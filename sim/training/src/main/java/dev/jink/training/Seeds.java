package dev.jink.training;

import java.util.SplittableRandom;

/** One random stream per numbered thing, so that nothing depends on the order of work. */
final class Seeds {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private Seeds() {}

    /** A stream that depends on all three numbers and on nothing else. */
    static SplittableRandom random(long seed, long purpose, long index) {
        return new SplittableRandom(mix(mix(mix(seed) + purpose) + index));
    }

    /** Stafford's 13th variant of MurmurHash3's finaliser, as in SplittableRandom itself. */
    static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }
}
