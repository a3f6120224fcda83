package dev.jink.training;

import java.util.Objects;

/**
 * What one stage of training does.
 *
 * @param name for progress, checkpoint and card
 * @param arithmetic how exactly the network computes
 * @param schedule learning rate and number of steps
 * @param batch pictures a step
 * @param decay AdamW's weight decay; 0 for signs, whose size means nothing
 * @param teaching share of the teacher's opinion in the target, 0 … 1; 0 = labels alone
 * @param seed of the pictures, so that no two stages see the same sequence
 */
record StagePlan(
        String name,
        Arithmetic arithmetic,
        Schedule schedule,
        int batch,
        double decay,
        double teaching,
        long seed) {

    /** Tells whether a checkpoint belongs to this plan, this network and this pool. */
    long fingerprint(Architecture architecture, int frames) {
        int words = Objects.hash(architecture.describe(), name, batch, decay, teaching, seed);
        return (long) words << 32 | Integer.toUnsignedLong(Objects.hash(schedule, frames));
    }
}
