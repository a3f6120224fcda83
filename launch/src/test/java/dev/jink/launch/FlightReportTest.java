package dev.jink.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

final class FlightReportTest {
    @TempDir private Path folder;

    @Test
    void shouldDrawObstaclesTrackAndEveryFigure() throws Exception {
        Path file = folder.resolve("new/report.html");
        FlightReport.write(
                file,
                "Flight <7>",
                List.of(new double[] {5, 1, 0.2}, new double[] {500, 0, 1}),
                new double[] {40, 0},
                List.of(
                        new double[] {0, 0, 0, 1, 0},
                        new double[] {0.1, 0.2, 0, 1, 2},
                        new double[] {0.2, 0.5, 0.1, 1, 3}),
                new ObjectMapper()
                        .readTree("{\"frames\":12,\"arrivalToCommandMs\":{\"p50\":1.25}}"));
        String html = Files.readString(file);
        assertTrue(html.contains("Flight &lt;7>"), "title not escaped");
        assertEquals(2, html.split("<line ", -1).length - 1, "two steps of track");
        assertEquals(
                2,
                html.split("<circle ", -1).length - 1,
                "one obstacle inside the map, and the goal");
        assertTrue(html.contains("<td>frames<td>12"), html);
        assertTrue(html.contains("<td>arrivalToCommandMs.p50<td>1.25"), html);
    }
}
