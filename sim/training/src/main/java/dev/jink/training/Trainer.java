package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.binary_cross_entropy_with_logits;

import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.AdamWOptions;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OptimizerOptions;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs one stage: forward, loss, backward, AdamW, once a step, with a checkpoint now and then.
 *
 * <p>The loss is binary cross-entropy per cell and threshold, weighted by {@link Ordinal#cost}. A
 * teacher's probabilities are mixed into the targets, which is the same as adding a second
 * cross-entropy against them (Hinton et al., "Distilling the knowledge in a neural network", 2015,
 * at temperature 1). Not thread-safe.
 */
final class Trainer {
    static final int CHECKPOINT_STEPS = 250;
    private static final double LOSS_MEMORY = 0.98;

    /** at::Reduction::Sum. */
    private static final long REDUCE_SUM = 2;

    private final SightNetwork network;
    private final SightNetwork teacher; // null: none
    private final StagePlan plan;
    private final AdamW optimizer;
    private final OptimizerOptions options;
    private double runningLoss = Double.NaN;

    Trainer(SightNetwork network, SightNetwork teacher, StagePlan plan) {
        this.network = network;
        this.teacher = teacher;
        this.plan = plan;
        AdamWOptions initial = new AdamWOptions(plan.schedule().peak());
        initial.weight_decay().put(plan.decay());
        optimizer = new AdamW(network.weights().trained(), initial);
        options = optimizer.param_groups().get(0).options();
    }

    /**
     * Trains to the end of the plan, from the checkpoint when it is there.
     *
     * @param frames how many frames the source draws from; part of what a checkpoint belongs to
     * @param file the stage's checkpoint; written while training and at the end
     * @param checkpointSteps steps from one checkpoint to the next
     * @return the running loss at the end
     */
    double run(ExampleSource source, int frames, Path file, int checkpointSteps, Progress progress)
            throws IOException {
        long print = plan.fingerprint(network.architecture(), frames);
        int step = 0;
        if (Files.exists(file)) {
            Checkpoint from = Checkpoint.load(file, network, optimizer, print);
            step = from.step();
            runningLoss = from.loss();
        }
        LossRecord record = LossRecord.open(LossRecord.beside(file), step);
        int steps = plan.schedule().steps();
        progress.start(step * plan.batch(), steps * plan.batch());
        if (step == steps) {
            return runningLoss;
        }
        try (BatchFeed feed = new BatchFeed(source, plan.batch(), step)) {
            while (step < steps) {
                step(feed.batch(step), step);
                step++;
                record.add(step, runningLoss);
                if (step % checkpointSteps == 0 || step == steps) {
                    new Checkpoint(step, runningLoss, print).save(file, network, optimizer);
                    record.save();
                }
                progress.at(step * plan.batch(), "loss %.4f".formatted(runningLoss));
            }
        }
        return runningLoss;
    }

    /** One step on one batch; returns its loss. */
    double step(Batch batch, int step) {
        double[] loss = new double[1];
        options.set_lr(plan.schedule().rate(step));
        Torch.step(
                () -> {
                    optimizer.zero_grad();
                    Tensor logits = network.forward(batch.pixels(), plan.arithmetic(), Pass.TRAIN);
                    Tensor error = loss(logits, targets(batch), batch.costs());
                    error.backward();
                    optimizer.step();
                    loss[0] = error.item_float();
                });
        if (!Double.isFinite(loss[0])) {
            throw new IllegalStateException(
                    "training diverged at step %d: got loss %s, wanted a number; lower the rate"
                            .formatted(step, loss[0]));
        }
        runningLoss =
                Double.isNaN(runningLoss)
                        ? loss[0]
                        : LOSS_MEMORY * runningLoss + (1 - LOSS_MEMORY) * loss[0];
        return loss[0];
    }

    static Tensor loss(Tensor logits, Tensor targets, Tensor costs) {
        return binary_cross_entropy_with_logits(
                        logits,
                        targets,
                        new TensorOptional(costs),
                        new TensorOptional(),
                        REDUCE_SUM)
                .div(costs.sum());
    }

    private Tensor targets(Batch batch) {
        if (teacher == null || plan.teaching() == 0) {
            return batch.targets();
        }
        NoGradGuard guard = new NoGradGuard();
        try {
            Tensor opinion =
                    teacher.forward(batch.pixels(), Arithmetic.FLOAT, Pass.ADVISE).sigmoid();
            float share = (float) plan.teaching();
            return batch.targets().mul(new Scalar(1f - share)).add(opinion.mul(new Scalar(share)));
        } finally {
            guard.close();
        }
    }
}
