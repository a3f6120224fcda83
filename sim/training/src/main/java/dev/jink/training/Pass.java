package dev.jink.training;

/** What a forward pass is for, and so how exact it has to be. */
enum Pass {
    /** By the batch's own statistics, moving the running ones; in the fastest arithmetic. */
    TRAIN,
    /** A teacher's opinion: by the running statistics, in the fastest arithmetic. */
    ADVISE,
    /** By the running statistics, rounding as the engine does. */
    EVALUATE;

    /** Whether every rounding must be the engine's. */
    boolean exact() {
        return this == EVALUATE;
    }
}
