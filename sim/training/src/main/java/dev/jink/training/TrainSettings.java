package dev.jink.training;

import java.nio.file.Path;
import java.util.List;

/**
 * A whole training run.
 *
 * @param output the model file to write; its card goes beside it
 * @param workdir checkpoints, kept between runs
 * @param pools folder of the rendered frames, kept too
 * @param dressing of the scenes to train on; those to judge by stay bare
 * @param start the float twin to start from; null for random weights
 * @param frames rendered frames to train on
 * @param validationFrames rendered frames of other scenes to judge by
 * @param floatSteps steps of the float twin
 * @param activationSteps steps with one-bit activations and real weights; 0 skips the stage
 * @param binarySteps steps of the 1-bit network
 * @param polishSteps steps of the 1-bit network on labels alone, once it has outgrown the twin
 * @param batch pictures a step
 * @param rate peak learning rate
 * @param teaching share of the twin's opinion in the 1-bit network's targets
 * @param architecture of both networks
 * @param seed of weights, scenes and pictures
 * @param threads for rendering
 * @param resume whether to go on from the checkpoints in the work folder
 * @param command what was typed, for the card
 * @param remark a line for the card; empty for none
 */
record TrainSettings(
        Path output,
        Path workdir,
        Path pools,
        Dressing dressing,
        TwinFile start,
        int frames,
        int validationFrames,
        int floatSteps,
        int activationSteps,
        int binarySteps,
        int polishSteps,
        int batch,
        double rate,
        double teaching,
        Architecture architecture,
        long seed,
        int threads,
        boolean resume,
        String command,
        String remark) {
    private static final int WARM_UP = 200;

    /** Of the start's digest, in a file's name. */
    private static final int DIGITS = 8;

    private static final double FLOAT_DECAY = 1e-4;

    /** Of the peak rate: the polish starts from a settled network. */
    private static final double POLISH_RATE = 0.5;

    Path pool(boolean validation) {
        // The record's size keeps a pool of another layout from being read, the label one of
        // scenes with another dressing.
        return pools.resolve(
                "%s-%d.%s%d.frames"
                        .formatted(
                                validation ? "validation" : "train",
                                seed,
                                validation ? "" : dressing.label(),
                                FrameLayout.BYTES));
    }

    Path checkpoint(StagePlan stage) {
        // Weights that came from elsewhere are not those of the same line without --from.
        String from = start == null ? "" : start.digest().substring(0, DIGITS) + ".";
        return workdir.resolve("%s-%d.%scheckpoint".formatted(stage.name(), seed, from));
    }

    /** The same run of another shape, in a folder of its own, on the same frames. */
    TrainSettings of(Architecture other, Path folder, Path model) {
        return new TrainSettings(
                model,
                folder,
                pools,
                dressing,
                start,
                frames,
                validationFrames,
                floatSteps,
                activationSteps,
                binarySteps,
                polishSteps,
                batch,
                rate,
                teaching,
                other,
                seed,
                threads,
                resume,
                command,
                remark);
    }

    /** The stages in order; one of 0 steps is skipped. */
    List<StagePlan> stages() {
        return List.of(
                stage("float", Arithmetic.FLOAT, floatSteps, FLOAT_DECAY, 0, 1),
                stage(
                        "binary-activations",
                        Arithmetic.BINARY_ACTIVATIONS,
                        activationSteps,
                        FLOAT_DECAY,
                        teaching,
                        1),
                stage("binary", Arithmetic.BINARY, binarySteps, 0, teaching, 1),
                stage("polish", Arithmetic.BINARY, polishSteps, 0, 0, POLISH_RATE));
    }

    private StagePlan stage(
            String name,
            Arithmetic arithmetic,
            int steps,
            double decay,
            double share,
            double rateShare) {
        Schedule schedule = new Schedule(rate * rateShare, Math.min(WARM_UP, steps / 10), steps);
        // No two stages may see the same sequence of pictures.
        long stageSeed = Seeds.mix(seed + (name.equals("polish") ? 3 : arithmetic.ordinal()));
        return new StagePlan(name, arithmetic, schedule, batch, decay, share, stageSeed);
    }
}
