package dev.jink.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.kernels.model.ModelFile;
import dev.jink.sim.command.CommandLines;
import dev.jink.sim.scene.Photographs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class CommandsTest {
    private static final Architecture SMALL = Architecture.sight(8, 0, 8, List.of(1), 1);

    @TempDir private Path folder;

    @Test
    void shouldMakeAModelAndItsCardFromNothing() throws IOException {
        Path model = folder.resolve("small.jink");
        String card = new TrainingRun(settings(model, false), quiet()).run();
        assertEquals("small.card.md", ModelFile.read(model).metadata().get("card"));
        assertEquals(card, Files.readString(folder.resolve("small.card.md")));
        assertTrue(card.contains(ModelFile.sha256(ModelFile.read(model))), card);
        assertTrue(card.contains("launch/jink train --seed 5"), card);
        assertTrue(card.contains("- Made in a test."), card);
        assertTrue(card.contains("closed leaves: 50 % of the scenes"), card);
        assertTrue(card.contains("(small.loss.svg)"), card);
        String curve = Files.readString(folder.resolve("small.loss.svg"));
        assertTrue(curve.contains("float, 2 steps"), curve);
        String sha256 = ModelFile.sha256(ModelFile.read(model));
        Path twin = TwinFile.beside(model);
        assertNotNull(TwinFile.load(twin, ModelFile.read(model), sha256, quiet()));
        assertNull(TwinFile.load(twin, ModelFile.read(model), "0".repeat(64), quiet()));
    }

    @Test
    void shouldMakeTheSameModelAgain() throws IOException {
        Path first = folder.resolve("model.jink");
        new TrainingRun(settings(first, false), quiet()).run();
        byte[] bytes = Files.readAllBytes(first);
        new TrainingRun(settings(first, false), quiet()).run();
        assertArrayEquals(bytes, Files.readAllBytes(first));
        new TrainingRun(settings(first, true), quiet()).run(); // all stages are done
        assertArrayEquals(bytes, Files.readAllBytes(first));
    }

    @Test
    void shouldStartFromATwinOfTheSameShapeOnly() throws IOException {
        Path first = folder.resolve("model.jink");
        new TrainingRun(settings(first, false), quiet()).run();
        TwinFile start = TwinFile.read(TwinFile.beside(first));
        SightNetwork loaded = new SightNetwork(SMALL, 77);
        start.into(loaded);
        SightNetwork twin =
                TwinFile.load(
                        start.file(),
                        ModelFile.read(first),
                        ModelFile.sha256(ModelFile.read(first)),
                        quiet());
        assertArrayEquals(values(twin), values(loaded));
        Path second = folder.resolve("second.jink");
        String card = new TrainingRun(settings(second, true, start), quiet()).run();
        assertTrue(card.contains("`model.twin.pt`, SHA-256 `" + start.digest() + "`"), card);
        assertNotEquals(
                ModelFile.sha256(ModelFile.read(first)), ModelFile.sha256(ModelFile.read(second)));
        SightNetwork other = new SightNetwork(Architecture.sight(8, 0, 16, List.of(1), 1), 1);
        String refused = assertThrows(IOException.class, () -> start.into(other)).getMessage();
        assertTrue(refused.startsWith("--from: got ") && !refused.contains("\n"), refused);
        Path text = Files.writeString(folder.resolve("text.pt"), "no twin");
        TwinFile wrong = TwinFile.read(text);
        assertThrows(IOException.class, () -> wrong.into(loaded));
        assertThrows(IOException.class, () -> TwinFile.read(folder.resolve("none.pt")));
    }

    /** The first layer's weights. */
    private static float[] values(SightNetwork network) {
        return Weights.values(network.weights().trained().get(0));
    }

    @Test
    void shouldRefuseOptionsThatMakeNoSense() {
        assertTrue(
                usage("--plain-scenes", "1.5")
                        .startsWith(
                                "--plain-scenes: got 1.5, wanted a share of the scenes, 0 to 1"));
        assertTrue(
                usage("--encounters", "-0.1")
                        .startsWith("--encounters: got -0.1, wanted a share of the scenes"));
        assertTrue(
                usage("--binary-steps", "0")
                        .startsWith(
                                "--binary-steps: got 0, wanted at least 1; give a larger number"));
        assertTrue(
                usage("--channels", "48")
                        .startsWith("block without a shortcut: got 32 -> 48 channels at stride 2"));
    }

    @Test
    void shouldSayWhatAWalkLacks() throws IOException {
        IOException none = assertThrows(IOException.class, () -> Walk.read(folder));
        assertEquals(
                "walk "
                        + folder
                        + ": got no labels.txt, wanted one line of 0 or 1 a picture; add the file",
                none.getMessage());
        Files.writeString(folder.resolve("labels.txt"), "0\n1\n");
        picture("frame_1.pgm", 10);
        IOException one = assertThrows(IOException.class, () -> Walk.read(folder));
        assertEquals(
                "walk "
                        + folder
                        + ": got 1 pictures and 2 labels, wanted as many of both; complete it",
                one.getMessage());
    }

    @Test
    void shouldReadAWalkInTheOrderOfItsNumbers() throws IOException {
        Files.writeString(folder.resolve("labels.txt"), "0\n1\n0\n");
        for (String name : List.of("frame_10.pgm", "frame_2.pgm", "frame_1.pgm")) {
            picture(name, name.length());
        }
        Walk walk = Walk.read(folder);
        assertEquals(
                List.of("frame_1.pgm", "frame_2.pgm", "frame_10.pgm"),
                walk.pictures().stream().map(p -> p.getFileName().toString()).toList());
        assertEquals(List.of(false, true, false), walk.close());
    }

    @Test
    void shouldJudgeByScenesWithThingsInTheWay() throws IOException {
        Path model = folder.resolve("small.jink");
        SightNetwork untrained = new SightNetwork(SMALL, 5);
        ModelFile.write(Export.model(untrained, "small", "small.card.md", new Example()), model);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        String[] line = {
            "--model", model.toString(), "--no-latency", "--rendered", "6", "--encounters", "0.5"
        };
        try {
            assertEquals(0, CommandLines.of(new EvalCommand()).execute(line));
        } finally {
            System.setOut(console);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                text.contains(
                        "rendered, 6 pictures, something put in the way of 50 %: AUROC < 2 m"),
                text);
    }

    @Test
    void shouldScoreAWalkByDarknessAlone() throws IOException {
        Path model = folder.resolve("small.jink");
        SightNetwork untrained = new SightNetwork(SMALL, 5);
        ModelFile.write(Export.model(untrained, "small", "small.card.md", new Example()), model);
        Files.writeString(folder.resolve("labels.txt"), "0\n1\n0\n1\n");
        for (int i = 1; i <= 4; i++) {
            picture("frame_" + i + ".pgm", i % 2 == 0 ? 40 : 200); // the close ones are dark
        }
        StringWriter errors = new StringWriter();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            int status =
                    new CommandLine(new EvalCommand())
                            .setErr(new PrintWriter(errors))
                            .execute(
                                    "--model",
                                    model.toString(),
                                    "--rendered",
                                    "0",
                                    "--no-latency",
                                    "--json",
                                    folder.resolve("scores.json").toString(),
                                    "--report",
                                    folder.resolve("report.html").toString(),
                                    folder.toString());
            assertEquals(0, status, errors.toString());
        } finally {
            System.setOut(console);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("dark 1.000, unsaturated 0.500"), text);
        JsonNode json = new ObjectMapper().readTree(folder.resolve("scores.json").toFile());
        List<String> keys = new ArrayList<>();
        json.fieldNames().forEachRemaining(keys::add);
        assertEquals(
                List.of(
                        "auroc",
                        "floatTwinAuroc",
                        "medianRangeError",
                        "walks",
                        "walksAuc",
                        "walksTprAt10",
                        "rgbd",
                        "latencyMs",
                        "ortFp32Ms",
                        "ortInt8Ms"),
                keys);
        assertEquals(1.0, json.get("walks").get(0).get("trivialAuc").asDouble());
        assertEquals(4, json.get("walks").get(0).get("frames").asInt());
        assertTrue(json.get("auroc").isNull());
        String page = Files.readString(folder.resolve("report.html"));
        assertTrue(page.contains("data:image/png;base64,"), "the report shows no picture");
    }

    private static String usage(String... arguments) {
        Locale.setDefault(Locale.ROOT);
        StringWriter errors = new StringWriter();
        int status =
                CommandLines.of(new TrainCommand())
                        .setErr(new PrintWriter(errors))
                        .execute(arguments);
        assertEquals(2, status);
        String said = errors.toString();
        assertTrue(said.startsWith("jink: "), said);
        return said.substring("jink: ".length());
    }

    private TrainSettings settings(Path model, boolean resume) {
        return settings(model, resume, null);
    }

    private TrainSettings settings(Path model, boolean resume, TwinFile start) {
        return new TrainSettings(
                model,
                folder.resolve("work"),
                folder.resolve("work"),
                new Dressing(0.5, 0.5, Photographs.none()),
                start,
                6,
                3,
                2,
                1,
                2,
                1,
                2,
                0.001,
                0.5,
                SMALL,
                5,
                1,
                resume,
                "launch/jink train --seed 5",
                "Made in a test.");
    }

    private static PrintStream quiet() {
        return new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** An even picture of 32x24 with a slope in it, so that its contrast is not nothing. */
    private void picture(String name, int grey) throws IOException {
        byte[] head = "P5\n32 24\n255\n".getBytes(StandardCharsets.US_ASCII);
        byte[] file = new byte[head.length + 32 * 24];
        System.arraycopy(head, 0, file, 0, head.length);
        for (int i = 0; i < 32 * 24; i++) {
            file[head.length + i] = (byte) (grey + i % 32);
        }
        Files.write(folder.resolve(name), file);
    }
}
