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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The float twin's weights in a file, in half precision, with the number of the 1-bit model that
 * they are the twin of.
 *
 * @param file where it lies
 * @param digest hex SHA-256 of the file
 */
record TwinFile(Path file, String digest) {
    private static final int HEX = 16;

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
     * Finds a twin to start from.
     *
     * @throws IOException in one line, when there is no such file
     */
    static TwinFile read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(
                    "--from: got no file %s, wanted a float twin; jink train writes NAME.twin.pt"
                            .formatted(file));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return new TwinFile(file, HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /**
     * Overwrites a network's weights with the file's. The twin may have fewer layers at its end:
     * those that it lacks begin as the identity.
     *
     * @throws IOException in one line, when it holds no twin of the network's shape
     */
    void into(SightNetwork network) throws IOException {
        try {
            Torch.step(
                    () -> {
                        InputArchive all = new InputArchive();
                        all.load_from(file.toString());
                        network.start(weights(all));
                    });
        } catch (RuntimeException foreign) { // libtorch's only way to say anything
            throw new IOException(
                    "--from: got %s, which is no twin of %s; wanted one of that shape, or with fewer of"
                                    .formatted(file, network.architecture().describe())
                            + " its last layers: see its model's card, or leave --from out",
                    foreign);
        }
    }

    private static InputArchive weights(InputArchive all) {
        InputArchive weights = new InputArchive();
        all.read("weights", weights);
        return weights;
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
     * Reads the twin of a model.
     *
     * @param model the 1-bit model, whose shape it has
     * @return null, and a line that says so, when there is no such file or it is another model's
     */
    static SightNetwork load(Path file, Model model, String sha256, PrintStream out) {
        if (!Files.isRegularFile(file)) {
            out.printf("no float twin: got no file %s; jink train writes one%n", file);
            return null;
        }
        long[] found = new long[1];
        SightNetwork network = new SightNetwork(Architecture.of(model), 0);
        Torch.step(
                () -> {
                    InputArchive all = new InputArchive();
                    all.load_from(file.toString());
                    Tensor whose = new Tensor();
                    all.read("model", whose);
                    whose.data_ptr_long().get(found);
                    if (found[0] == number(sha256)) {
                        network.weights().loadHalf(weights(all));
                    }
                });
        if (found[0] != number(sha256)) {
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
