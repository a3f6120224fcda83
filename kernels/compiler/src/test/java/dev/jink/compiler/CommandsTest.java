package dev.jink.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.compiler.onnx.OnnxBuilder;
import dev.jink.compiler.onnx.OnnxValue;
import dev.jink.compiler.onnx.OnnxWriter;
import dev.jink.compiler.onnx.Tensor;
import dev.jink.compiler.runtime.Pictures;
import dev.jink.kernels.Shape;
import dev.jink.kernels.model.Model;
import dev.jink.kernels.model.ModelFile;
import dev.jink.kernels.plan.RandomModels;
import dev.jink.kernels.plan.Verification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

final class CommandsTest {
    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(Callable<Integer> command, String... arguments) {
        CommandLine line = CommandLines.of(command);
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private JsonNode json(String name) throws Exception {
        return new ObjectMapper().readTree(folder.resolve(name).toFile());
    }

    @Test
    void shouldExportCheckAndCompileBack() throws Exception {
        Model model = new RandomModels(3).next();
        ModelFile.write(model, folder.resolve("a.jink"));
        int exported =
                run(
                        new ExportCommand(),
                        path("a.jink"),
                        "--output",
                        path("a.onnx"),
                        "--check",
                        "5",
                        "--json",
                        path("e.json"));
        assertEquals(0, exported, said.toString());
        assertEquals(5, json("e.json").get("check").get("pictures").asInt());
        assertTrue(json("e.json").get("check").get("passed").asBoolean());
        int compiled =
                run(
                        new CompileCommand(),
                        "--model",
                        path("a.onnx"),
                        "--output",
                        path("b.jink"),
                        "--tolerance",
                        "1e-3",
                        "--json",
                        path("c.json"));
        assertEquals(0, compiled, said.toString());
        Model again = ModelFile.read(folder.resolve("b.jink"));
        assertTrue(Verification.golden(again).passed());
        assertEquals(ModelFile.sha256(again), json("c.json").get("sha256").asText());
        assertEquals(again.layers().size(), json("c.json").get("layers").size());
    }

    @Test
    void shouldBinarizeOnAFolderOfPicturesAndTellTheLoss() throws Exception {
        Shape shape = new Shape(12, 16, 1);
        Random random = new Random(2);
        OnnxBuilder onnx = new OnnxBuilder();
        Map<String, Object> pads = Map.of("pads", new long[] {1, 1, 1, 1});
        String y = onnx.node("Conv", pads, "x", weights(onnx, random, 8, 1));
        y = onnx.node("Conv", pads, onnx.node("Relu", y), weights(onnx, random, 8, 8));
        byte[] bytes =
                OnnxWriter.bytes(
                        onnx.model(
                                13,
                                new OnnxValue("x", 1, 1, 12, 16),
                                new OnnxValue(y, Tensor.FLOAT, null)));
        Files.write(folder.resolve("float.onnx"), bytes);
        Path pictures = Files.createDirectory(folder.resolve("pictures"));
        byte[] head = "P5\n# noise\n16 12\n255\n".getBytes(StandardCharsets.US_ASCII);
        int name = 0;
        for (byte[] pixels : Pictures.noise(shape, 10, 4)) {
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            file.write(head);
            file.write(pixels);
            Files.write(pictures.resolve(name++ + ".pgm"), file.toByteArray());
        }
        String[] arguments = {
            "--model", path("float.onnx"),
            "--precision", "W1A2",
            "--deviation", "255",
            "--pictures", pictures.toString(),
            "--output", path("net.jink"),
            "--json", path("b.json")
        };
        assertEquals(0, run(new BinarizeCommand(), arguments), said.toString());
        JsonNode loss = json("b.json").get("loss");
        assertEquals(5, loss.get("pictures").asInt());
        assertTrue(loss.get("relativeError").asDouble() > 0);
        assertTrue(Verification.golden(ModelFile.read(folder.resolve("net.jink"))).passed());
    }

    private static String weights(OnnxBuilder onnx, Random random, int out, int in) {
        float[] values = new float[out * in * 9];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return onnx.constant(Tensor.of(new int[] {out, in, 3, 3}, values));
    }

    @Test
    void shouldRefuseInOneLineWhatItCannotUse() throws Exception {
        assertEquals(
                2,
                run(
                        new CompileCommand(),
                        "--model",
                        path("none.onnx"),
                        "--output",
                        path("net.jink")));
        assertEquals(
                "jink: "
                        + path("none.onnx")
                        + ": got no such file, wanted an ONNX file: check the path\n",
                said.toString());
        said.getBuffer().setLength(0);
        assertEquals(2, run(new ExportCommand(), "--output", "/nowhere/at/all.onnx"));
        assertEquals(
                "jink: --output: got /nowhere/at/all.onnx, wanted a file in a folder that can be"
                        + " written\n",
                said.toString());
        said.getBuffer().setLength(0);
        assertEquals(2, run(new BinarizeCommand(), "--precision", "W2A2"));
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(said.toString().contains("W1A1, W1A2, W1A4, W1A8"), said.toString());
    }
}
