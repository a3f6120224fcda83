package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.jink.launch.ros.RecordedCamera.Answer;
import dev.jink.sim.command.UsageException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class WalkTest {
    @TempDir private Path folder;

    @Test
    void shouldReadLabelsAndRefuseAWrongOneByItsLine() throws Exception {
        assertEquals(List.of(), Walk.labels(folder));
        Path file = folder.resolve("labels.txt");
        Files.writeString(file, "0\n1\n1");
        assertEquals(List.of(0, 1, 1), Walk.labels(folder));
        Files.writeString(file, "0\nmaybe\n");
        assertEquals(
                file + " line 2: got 'maybe', wanted 0 or 1; mend or remove the file",
                assertThrows(UsageException.class, () -> Walk.labels(folder)).getMessage());
    }

    @Test
    void shouldAverageByLabelAndCountTheUnanswered() {
        Walk walk = new Walk(List.of(0, 0, 1, 1));
        for (int i = 0; i < 4; i++) {
            walk.sent("frame_" + i, 1_000_000_000L * i);
        }
        walk.answered(
                stamp ->
                        stamp == 3_000_000_000L
                                ? null
                                : new Answer(
                                        stamp + 4_000_000,
                                        stamp < 2_000_000_000L ? 1.5 : 0.5,
                                        0,
                                        0,
                                        stamp == 0 ? -0.4 : 0.2));
        ObjectNode figures = new ObjectMapper().createObjectNode();
        walk.addTo(figures);
        assertEquals(3, figures.path("walk").path("answered").asInt());
        assertEquals(4.0, figures.path("walk").path("publishedToAnsweredMsMax").asDouble(), 1e-9);
        assertEquals(1.5, figures.path("walk").path("openForwardMps").asDouble(), 1e-9);
        assertEquals(0.5, figures.path("walk").path("closeForwardMps").asDouble(), 1e-9);
        assertEquals(0.3, figures.path("walk").path("openTurnRps").asDouble(), 1e-9);

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        walk.print(new PrintStream(out, true, StandardCharsets.UTF_8));
        String table = out.toString(StandardCharsets.UTF_8);
        assertTrue(table.contains("frame_3             1    no answer"), table);
        assertTrue(
                table.contains("mean forward speed: 1.50 m/s with nothing close, 0.50 m/s"), table);
    }
}
