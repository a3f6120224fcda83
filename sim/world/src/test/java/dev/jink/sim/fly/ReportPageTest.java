package dev.jink.sim.fly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.sim.drone.TrackPoint;
import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Pilot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

class ReportPageTest {
    private static Flown flown(long seed, boolean collided) {
        List<TrackPoint> track =
                List.of(new TrackPoint(0, 0, 0, 1.5, 0), new TrackPoint(1, 2, 0.5, 1.5, 0));
        return new Flown(seed, Pilot.JINK, collided, !collided, 1, 40, 2, 2.1, 0.3, 100, 30, track);
    }

    @Test
    void shouldShowScoresHeatMapTracksAndTheStripOfACrash(@TempDir Path folder) throws Exception {
        Path page = folder.resolve("fly.html");
        int status =
                FlyCommand.commandLine()
                        .execute(
                                "--pilot",
                                "straight",
                                "--no-baselines",
                                "--trials",
                                "2",
                                "--spacing",
                                "5,7",
                                "--speed",
                                "2,8",
                                "--report",
                                page.toString());
        assertEquals(0, status);
        String html = Files.readString(page);
        assertEquals(8, html.split("<svg").length - 1, "a map for every flight");
        assertTrue(html.contains("7.0 m") && html.contains("8.0 m/s"), "the heat map's margins");
        assertTrue(html.contains("seed 1: contact"));
        assertFalse(html.contains("NaN"), "a figure is missing");
        assertFalse(html.contains("<td>0.00<td>0 %"), "a speed of flights that there are none of");
        assertTrue(html.contains("<td>–<td>–"), "where no flight reached the goal");
    }

    @Test
    void shouldKeepTheLastPicturesOfACrashOnly() throws Exception {
        CrashCamera camera = new CrashCamera();
        camera.begin(null, new StillCamera());
        MemorySegment picture = Arena.ofAuto().allocate(160 * 120);
        Motion own = new Motion();
        Command answer = new Command();
        for (int i = 0; i <= 90; i++) {
            picture.fill((byte) i);
            own.stampNanos = Math.round(i / 30.0 * 1e9);
            camera.frame(own, answer, picture);
        }
        Map<Long, FilmStrip> strips = new TreeMap<>();
        camera.landed(flown(4, false), strips);
        assertEquals(Map.of(), strips);
        camera.landed(flown(5, true), strips);
        List<FilmStrip.Picture> kept = strips.get(5L).pictures();
        assertEquals(8, kept.size());
        assertEquals(3, kept.getLast().seconds(), 1e-6);
        assertEquals(90, kept.getLast().gray()[7]);
        assertEquals(0.25, kept.get(3).seconds() - kept.get(2).seconds(), 0.02);
        String html = strips.get(5L).html();
        assertEquals(8, html.split("data:image/png;base64,iVBOR").length - 1);
        assertTrue(html.contains("3.00 s, BRAKE 0.0 m/s"), html.substring(html.length() - 200));
    }
}
