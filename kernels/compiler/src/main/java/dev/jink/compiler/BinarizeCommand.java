package dev.jink.compiler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.compiler.binarize.Binarizer;
import dev.jink.compiler.binarize.Precision;
import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxReader;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink binarize}: a float ONNX network with 1-bit weights, without training it. */
@Command(
        name = "jink binarize",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Takes the signs of a float network's weights, calibrates its activations to 1, 2, 4 or"
                    + " 8",
            "bits on a folder of pictures, fits each channel's scale to the float network, and"
                    + " writes",
            "a model file. Then tells, on pictures that it was not calibrated on, what that has"
                    + " cost."
        })
final class BinarizeCommand implements Callable<Integer> {
    /** Whether borders keep their meaning or their price. */
    enum Border {
        exact,
        one
    }

    @Option(
            names = "--model",
            paramLabel = "FILE",
            required = true,
            description = "ONNX file, float weights")
    private Path model;

    @Option(
            names = "--precision",
            paramLabel = "P",
            defaultValue = "W1A4",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Precision precision;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "model file to write (.jink)")
    private Path output;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            required = true,
            description = "pictures as the camera will see them")
    private Path pictures;

    @Option(
            names = "--calibrate",
            paramLabel = "N",
            defaultValue = "64",
            description = {
                "pictures to calibrate on; as many others, taken in between, are measured on",
                "(default: ${DEFAULT-VALUE})"
            })
    private int calibrate;

    @Mixin private PixelOptions pixels;

    @Option(
            names = "--border",
            defaultValue = "exact",
            description = {
                "exact: a border of 0 stays 0, where that costs a second convolution; one: it",
                "becomes the engine's own, for half of the time (default: ${DEFAULT-VALUE})"
            })
    private Border border;

    @Option(
            names = "--onnx",
            paramLabel = "FILE",
            description = "write the binarized network as ONNX too")
    private Path onnxOutput;

    @Option(
            names = "--max-error",
            paramLabel = "X",
            description = "status 1 when the relative error is larger (default: only told)")
    private Double maxError;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new BinarizeCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (calibrate < 1 || calibrate > 4096) {
            throw new OnnxException("--calibrate: got " + calibrate + ", wanted 1 to 4096");
        }
        OutputFiles.require("--output", output);
        OutputFiles.require("--onnx", onnxOutput);
        OutputFiles.require("--json", json);
        PixelScale scale = pixels.scale();
        OnnxModel original = OnnxReader.read(model);
        List<byte[]> seen = new ArrayList<>();
        List<byte[]> unseen = new ArrayList<>();
        Shape shape;
        try {
            shape = scale.layout(original).shape();
        } catch (OnnxException e) {
            throw e.in(model);
        }
        split(Pictures.folder(pictures, shape, 2 * calibrate), seen, unseen);
        Binarizer.Result result;
        try {
            result = Binarizer.binarize(original, scale, seen, precision, border == Border.exact);
        } catch (OnnxException e) {
            throw e.in(model);
        }
        Lowered lowered =
                Layered.lower(
                        model, result.onnx(), scale, "jink binarize --precision " + precision);
        ObjectNode figures = new ObjectMapper().createObjectNode();
        Model compiled = Layered.deliver(lowered, seen.getFirst(), output, figures);
        if (onnxOutput != null) {
            OutputFiles.write(onnxOutput, OnnxWriter.bytes(result.onnx()));
        }
        result.explained()
                .forEach(
                        (layer, share) ->
                                System.out.printf(
                                        "%s: %.0f %% of the float layer's variance is left%n",
                                        layer, 100 * share));
        Difference loss = Beside.of(original, lowered, compiled, scale, unseen);
        System.out.printf(
                "%s against the float network in ONNX Runtime, %s%n", precision, Beside.line(loss));
        System.out.println(
                "1-bit weights that were never trained lose much. Fine-tune: jink train takes the"
                    + " sight network from its float twin to 1 bit in steps; for networks of your"
                    + " own, train with signs and jink compile.");
        figures.put("precision", precision.toString());
        figures.put("calibratedOn", seen.size());
        figures.putPOJO("varianceLeft", result.explained());
        Beside.write(loss, figures.putObject("loss"));
        OutputFiles.json(json, figures);
        return maxError == null || loss.relative() <= maxError ? 0 : 1;
    }

    private void split(List<byte[]> all, List<byte[]> seen, List<byte[]> unseen) {
        if (all.size() < 2) {
            throw new OnnxException(
                    "%s: got one picture, wanted two or more: one half is measured on"
                            .formatted(pictures));
        }
        for (int i = 0; i < all.size(); i++) {
            (i % 2 == 0 ? seen : unseen).add(all.get(i));
        }
    }
}
