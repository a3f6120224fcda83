package dev.jink.compiler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxReader;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.kernels.model.Model;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code jink compile}: an ONNX network with 1-bit weights as a model file. */
@Command(
        name = "jink compile",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Finds the engine's layers in an ONNX network that was trained with 1-bit weights, as",
            "PyTorch, Larq (by tf2onnx) and libtorch export it, and writes a model file with a"
                    + " golden",
            "output. Then runs both on pictures and tells the difference."
        })
final class CompileCommand implements Callable<Integer> {
    @Option(names = "--model", paramLabel = "FILE", required = true, description = "ONNX file")
    private Path model;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "model file to write (.jink)")
    private Path output;

    @Mixin private PixelOptions pixels;

    @Option(
            names = "--check",
            paramLabel = "N",
            defaultValue = "8",
            description = "pictures to compare on, 0 for none (default: ${DEFAULT-VALUE})")
    private int check;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "pictures for --check and the golden output (default: seeded noise)")
    private Path pictures;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "status 1 when the relative error is larger (default: only told)")
    private Double tolerance;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new CompileCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (check < 0 || check > 100_000) {
            throw new OnnxException("--check: got " + check + ", wanted 0 to 100000");
        }
        OutputFiles.require("--output", output);
        OutputFiles.require("--json", json);
        PixelScale scale = pixels.scale();
        OnnxModel onnx = OnnxReader.read(model);
        Lowered lowered = Layered.lower(model, onnx, scale, "jink compile");
        List<byte[]> frames =
                pictures == null
                        ? Pictures.noise(lowered.model().input(), Math.max(1, check), 1)
                        : Pictures.folder(pictures, lowered.model().input(), Math.max(1, check));
        ObjectNode figures = new ObjectMapper().createObjectNode();
        Model compiled = Layered.deliver(lowered, frames.getFirst(), output, figures);
        boolean passed = true;
        if (check > 0) {
            Difference difference = Beside.of(onnx, lowered, compiled, scale, frames);
            System.out.println("engine against ONNX Runtime, " + Beside.line(difference));
            Beside.write(difference, figures.putObject("check"));
            passed = tolerance == null || difference.relative() <= tolerance;
        }
        OutputFiles.json(json, figures);
        return passed ? 0 : 1;
    }
}
