package dev.jink.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

final class BenchCommandTest {
    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = BenchCommand.commandLine();
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    private void refuses(String wanted, String... arguments) {
        assertEquals(2, run(arguments));
        assertEquals("jink: " + wanted + "; --help lists the options\n", said.toString());
    }

    /** As a user does: in a JVM that has run nothing else, which is what its figures are of. */
    private int runAlone(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BenchCommand.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    @Test
    void shouldWriteTheKeysOfItsContract() throws Exception {
        Path json = folder.resolve("bench.json");
        assertEquals(
                0, runAlone("--rounds", "1", "--only", "linear2048", "--json", json.toString()));
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertTrue(figures.get("linear2048").get("ms").asDouble() > 0);
        assertEquals(0, figures.get("allocatedBytes").asLong());
        for (String key : new String[] {"cpu", "jdk", "path"}) {
            assertTrue(figures.get("machine").get(key).isTextual(), key);
        }
    }

    @Test
    void shouldRefuseAnUnknownSection() {
        refuses(
                "--only: got lenear, wanted some of"
                        + " conv3x3x256,resnet50,resnet50x2,bits,linear2048,paths,sight",
                "--only",
                "lenear");
    }

    @Test
    void shouldRefuseNoWeightsAtAll() {
        refuses("--giant: got 0.0, wanted 1 to 1e12 weights", "--giant", "0");
    }

    @Test
    void shouldSayWhatIsWrongWithAGiantFileThatIsNone() throws Exception {
        Path file = Files.writeString(folder.resolve("giant.jink"), "not a model");
        assertEquals(1, run("--giant", "1", "--rounds", "1", "--giant-file", file.toString()));
        assertTrue(said.toString().startsWith("jink: model file " + file), said.toString());
        assertEquals(1, said.toString().lines().count());
    }

    @Test
    void shouldRefuseAnEvenNumberOfRounds() {
        refuses("--rounds: got 4, wanted an odd number from 1 to 999", "--rounds", "4");
    }

    @Test
    void shouldRefuseAPathThatIsNotThere() {
        assertEquals(2, run("--kernels", "1024"));
        assertTrue(said.toString().startsWith("jink: --kernels: "), said.toString());
        assertTrue(said.toString().contains("got 1024, wanted one of"), said.toString());
        assertEquals(1, said.toString().lines().count());
    }

    @Test
    void shouldRefuseAFileThatCannotBeWrittenBeforeItMeasures() {
        refuses(
                "--json: got /nowhere/at/all.json, wanted a file in a folder that can be written",
                "--json",
                "/nowhere/at/all.json");
    }
}
