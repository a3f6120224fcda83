package dev.jink.training;

import static org.bytedeco.pytorch.global.torch.tensor;

import dev.jink.kernels.model.Model;

import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The float twin's weights in a file, in half precision, with the number of the 1-bit model that
 * they are the twin of.
 */
final class TwinFile {
    private static final int HEX = 16;

    private TwinFile() {}

    /** Where the shipped model's twin lies. */
    static Path shipped() {
        return Path.of(System.getProperty("jink.home", "."), "sim/training/models/sight.twin.pt");
    }

    /** Beside a model file: {@code NAME.twin.pt}. */
    static Path beside(Path model) {
        String name = model.getFileName().toString().replaceFirst("\\.jink$", "");
        return model.resolveSibling(name + ".twin.pt");
    }

    /**
     * Writes a twin.
     *
     * @param sha256 of the 1-bit model
     */
    static void save(Path file, SightNetwork twin, String sha256) {
        Torch.step(
                () -> {
                    OutputArchive all = new OutputArchive();
                    OutputArchive weights = new OutputArchive();
                    twin.weights().saveHalf(weights);
                    all.write("weights", weights);
                    all.write("model", tensor(number(sha256)));
                    all.save_to(file.toString());
                });
    }

    /**
     * Reads a twin.
     *
     * @param model the 1-bit model, whose shape it has
     * @return null, and a line that says so, when there is no such file
     * @throws IOException in one line, when it is the twin of another model
     */
    static SightNetwork load(Path file, Model model, String sha256, PrintStream out)
            throws IOException {
        if (!Files.isRegularFile(file)) {
            out.printf("no float twin: got no file %s; jink train writes one%n", file);
            return null;
        }
        long[] found = new long[1];
        SightNetwork[] twin = new SightNetwork[1];
        Architecture shape = Architecture.of(model);
        SightNetwork network = new SightNetwork(shape, 0);
        Torch.step(
                () -> {
                    InputArchive all = new InputArchive();
                    all.load_from(file.toString());
                    Tensor whose = new Tensor();
                    all.read("model", whose);
                    whose.data_ptr_long().get(found);
                    if (found[0] == number(sha256)) {
                        InputArchive weights = new InputArchive();
                        all.read("weights", weights);
                        network.weights().loadHalf(weights);
                        twin[0] = network;
                    }
                });
        if (twin[0] == null) {
            out.printf(
                    "no float twin: got %s of model %x..., wanted that of %s...; give --twin%n",
                    file, found[0], sha256.substring(0, HEX));
            return null;
        }
        return network;
    }

    private static long number(String sha256) {
        return Long.parseUnsignedLong(sha256.substring(0, HEX), 16);
    }
}
