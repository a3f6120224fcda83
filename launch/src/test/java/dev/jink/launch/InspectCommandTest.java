package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.sim.command.CommandLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

final class InspectCommandTest {
    private static final Path SHIPPED = Path.of("../perception-node/models/sight.jink");

    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = CommandLines.of(new InspectCommand());
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    @Test
    void shouldTellTheLayersOfTheShippedModel() throws Exception {
        Path json = folder.resolve("model.json");
        assertEquals(0, run(SHIPPED.toString(), "--json", json.toString()));
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertEquals(64, figures.get("sha256").asText().length());
        assertTrue(figures.get("layers").size() > 3);
        long macs = 0;
        for (JsonNode layer : figures.get("layers")) {
            macs += layer.get("macs").asLong();
            assertTrue(!layer.get("kernel").asText().isEmpty() && layer.get("why").isTextual());
        }
        assertTrue(macs > 10_000_000, macs + " multiplications");
    }

    @Test
    void shouldRefuseAChangedModelInOneLine() throws Exception {
        byte[] bytes = Files.readAllBytes(SHIPPED);
        bytes[bytes.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("changed.jink"), bytes);
        assertEquals(2, run(file.toString()));
        assertEquals(1, said.toString().lines().count(), said.toString());
        assertTrue(
                said.toString().startsWith("jink: model file " + file + ": CRC32C"),
                said::toString);
        assertTrue(said.toString().contains("it was changed, copy it again"), said::toString);
    }

    @Test
    void shouldRefuseAPathOfAnotherMachine() {
        assertEquals(2, run(SHIPPED.toString(), "--kernels", "1024"));
        assertTrue(said.toString().contains("got 1024, wanted one of 512 256 128 scalar"));
    }
}
