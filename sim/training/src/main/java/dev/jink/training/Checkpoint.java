package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.tensor;

import org.bytedeco.pytorch.AdamW;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * One stage of training on disk: weights, running statistics, optimizer, step. Going on from it
 * gives what an uninterrupted run gives, as every batch depends on seed and step alone.
 *
 * @param step steps done
 * @param loss running mean of the loss, for the progress line
 * @param plan what the stage was started with; another plan can't go on from it
 */
record Checkpoint(int step, double loss, long plan) {

    /** Writes beside the file and moves it into place, so a cut never leaves half a file. */
    void save(Path file, SightNetwork network, AdamW optimizer) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Torch.step(
                () -> {
                    OutputArchive all = new OutputArchive();
                    OutputArchive weights = new OutputArchive();
                    OutputArchive moments = new OutputArchive();
                    network.weights().save(weights);
                    optimizer.save(moments);
                    all.write("weights", weights);
                    all.write("moments", moments);
                    all.write("progress", tensor(step, Double.doubleToRawLongBits(loss), plan));
                    all.save_to(fresh.toString());
                });
        Files.move(
                fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Overwrites network and optimizer with what the file holds.
     *
     * @throws IOException when it belongs to another plan
     */
    static Checkpoint load(Path file, SightNetwork network, AdamW optimizer, long plan)
            throws IOException {
        Checkpoint[] found = new Checkpoint[1];
        Torch.step(
                () -> {
                    InputArchive all = new InputArchive();
                    all.load_from(file.toString());
                    Tensor progress = new Tensor();
                    all.read("progress", progress);
                    long[] p = new long[3];
                    progress.data_ptr_long().get(p);
                    found[0] = new Checkpoint((int) p[0], Double.longBitsToDouble(p[1]), p[2]);
                    if (p[2] != plan) {
                        return;
                    }
                    InputArchive weights = new InputArchive();
                    InputArchive moments = new InputArchive();
                    all.read("weights", weights);
                    all.read("moments", moments);
                    network.weights().load(weights);
                    optimizer.load(moments);
                });
        if (found[0].plan != plan) {
            throw new IOException(
                    ("checkpoint %s: got plan %x, wanted %x of these options;"
                                    + " repeat the options it was started with or remove the file")
                            .formatted(file, found[0].plan, plan));
        }
        return found[0];
    }
}
