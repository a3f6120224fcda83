package dev.jink.compiler;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.compiler.export.Export;
import dev.jink.compiler.lower.Lowered;
import dev.jink.compiler.lower.Lowering;
import dev.jink.compiler.lower.PixelScale;
import dev.jink.compiler.onnx.OnnxException;
import dev.jink.compiler.onnx.OnnxModel;
import dev.jink.compiler.onnx.OnnxReader;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.runtime.Difference;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.compiler.runtime.Twin;
import dev.jink.kernels.KernelProvider;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.model.ModelFileException;
import dev.jink.kernels.plan.Plan;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code jink export}: a model file as plain ONNX. */
@Command(
        name = "jink export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Writes a model as ONNX: standard operators, opset 17, uint8 [1][h][w][c] in, float",
            "[1][h][w][c] out. With --check it runs both, and fails when they differ."
        })
final class ExportCommand implements Callable<Integer> {
    private static final double TOLERANCE = 1e-3;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..1",
            description = "model file (default: the shipped one)")
    private Path model = Path.of(System.getProperty("jink.models", "."), "sight.jink");

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "ONNX file to write")
    private Path output;

    @Option(
            names = "--check",
            paramLabel = "N",
            defaultValue = "0",
            description = {
                "run ONNX Runtime and the engine on N pictures; status 1 when any output value",
                "differs by more than 1e-3"
            })
    private int check;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "pictures for --check (default: seeded noise)")
    private Path pictures;

    @Option(names = "--json", paramLabel = "FILE", description = "write the figures there")
    private Path json;

    public static void main(String[] args) {
        System.exit(CommandLines.of(new ExportCommand()).execute(args));
    }

    @Override
    public Integer call() throws IOException {
        if (check < 0 || check > 1_000_000) {
            throw new OnnxException("--check: got " + check + ", wanted 0 to 1000000");
        }
        OutputFiles.require("--output", output);
        OutputFiles.require("--json", json);
        Model engine;
        try {
            engine = ModelFile.read(model);
        } catch (ModelFileException e) {
            throw new OnnxException(e.getMessage());
        }
        OnnxModel onnx = Export.onnx(engine);
        byte[] bytes = OnnxWriter.bytes(onnx);
        OutputFiles.write(output, bytes);
        System.out.printf(
                "%s: %d layers as %d nodes, %d bytes%n",
                output, engine.layers().size(), onnx.nodes().size(), bytes.length);
        ObjectNode figures = new ObjectMapper().createObjectNode();
        figures.put("output", output.toString());
        figures.put("layers", engine.layers().size());
        figures.put("nodes", onnx.nodes().size());
        figures.put("bytes", bytes.length);
        boolean passed = check == 0 || compare(engine, bytes, figures.putObject("check"));
        OutputFiles.json(json, figures);
        return passed ? 0 : 1;
    }

    private boolean compare(Model engine, byte[] bytes, ObjectNode figures) {
        List<byte[]> frames =
                pictures == null
                        ? Pictures.noise(engine.input(), check, 1)
                        : Pictures.folder(pictures, engine.input(), check);
        // What was written is read again: the file is what is checked.
        OnnxModel read = OnnxReader.read(bytes);
        Lowered lowered = Lowering.lower(read, PixelScale.PLAIN, Map.of());
        Difference difference = new Difference();
        int equal = 0;
        try (Twin twin = new Twin(read, lowered, PixelScale.PLAIN);
                Plan plan = Plan.of(engine, KernelProvider.choose())) {
            for (byte[] frame : frames) {
                float[] wanted = Twin.run(plan, frame);
                float[] got = twin.run(frame);
                difference.add(got, wanted);
                equal += Arrays.equals(got, wanted) ? 1 : 0;
            }
        }
        boolean passed = difference.worst() <= TOLERANCE;
        System.out.printf(
                "ONNX Runtime against the engine (kernels %s), %d pictures: largest difference"
                        + " %.2g, %d equal bit for bit: %s%n",
                KernelProvider.choose().path(),
                difference.pictures(),
                difference.worst(),
                equal,
                passed ? "equal within 1e-3" : "NOT equal within 1e-3");
        figures.put("pictures", difference.pictures());
        figures.put("largestDifference", difference.worst());
        figures.put("rootMeanSquare", difference.rootMeanSquare());
        figures.put("equalBitForBit", equal);
        figures.put("tolerance", TOLERANCE);
        figures.put("passed", passed);
        return passed;
    }
}
