package dev.jink.kernels.plan;

/** The checks that every layer makes of its numbers: right length, right range, finite. */
final class Parameters {
    private Parameters() {}

    /** A copy of {@code values}, {@code length} long and without NaN or infinity. */
    static float[] finite(String what, float[] values, int length) {
        length(what, values.length, length);
        float[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Float.isFinite(copy[i])) {
                throw new IllegalArgumentException(
                        "%s: got %s at %d, wanted a finite number: train or export it again"
                                .formatted(what, copy[i], i));
            }
        }
        return copy;
    }

    static void length(String what, long got, long wanted) {
        if (got != wanted) {
            throw new IllegalArgumentException(
                    "%s: got %d values, wanted %d: make them after the layer's shape"
                            .formatted(what, got, wanted));
        }
    }

    static void range(String what, int got, int min, int max) {
        if (got < min || got > max) {
            throw new IllegalArgumentException(
                    "%s: got %d, wanted %d..%d: change the layer".formatted(what, got, min, max));
        }
    }

    static void that(boolean holds, String what, Object got, String wanted) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "%s: got %s, wanted %s: change the layer".formatted(what, got, wanted));
        }
    }
}
