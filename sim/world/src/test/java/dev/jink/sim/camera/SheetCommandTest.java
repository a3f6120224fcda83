package dev.jink.sim.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.sim.command.CommandLines;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

class SheetCommandTest {
    @TempDir private Path folder;
    private final StringWriter said = new StringWriter();

    private int sheet(String... arguments) {
        return CommandLines.of(new SheetCommand())
                .setErr(new PrintWriter(said, true))
                .execute(arguments);
    }

    @Test
    void shouldDrawASheet() throws Exception {
        Path png = folder.resolve("sheet.png");
        assertEquals(0, sheet("--columns", "2", "--rows", "1", png.toString()), said.toString());
        assertTrue(Files.size(png) > 2000);
    }

    @Test
    void shouldTimeTheRendererBesideItsReference() throws Exception {
        Path json = folder.resolve("speed.json");
        assertEquals(0, sheet("--time", "3", "--json", json.toString()), said.toString());
        JsonNode root = new ObjectMapper().readTree(json.toFile());
        for (String pictures : new String[] {"flight", "training"}) {
            double ms = root.path(pictures).path("msPerPicture").asDouble();
            double reference = root.path(pictures).path("referenceMsPerPicture").asDouble();
            double second = root.path(pictures).path("picturesPerSecondAndCore").asDouble();
            assertEquals(1000, second * ms, 1);
            assertTrue(ms > 0 && ms < reference, pictures + ": " + ms + " and " + reference);
        }
        assertEquals(160, root.path("flight").path("width").asInt());
        assertEquals(320, root.path("training").path("width").asInt());
    }

    @Test
    void shouldSayWhatItIsAskedForTooLittleOrTooMuch() {
        assertEquals(2, sheet());
        assertTrue(
                said.toString().contains("got neither PNG nor --time, wanted one"), said::toString);
        assertEquals(2, sheet("--time", "5000"));
        assertTrue(said.toString().contains("--time is 5000, wanted 1 to 1000"), said::toString);
    }
}
