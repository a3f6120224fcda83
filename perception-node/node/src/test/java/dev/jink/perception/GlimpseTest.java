package dev.jink.perception;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.calibration.Mount;
import dev.jink.perception.Flights.CountingLink;
import dev.jink.perception.avoid.PlannerSettings;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.page.Health;
import dev.jink.perception.page.LiveView;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a watcher gets to see of the path. */
class GlimpseTest {
    private static final int FRAMES = 1500;
    private static final NanoClock CLOCK = NanoClock.SYSTEM;

    private Perception perception;
    private Glimpse glimpse;
    private long stamp;

    @BeforeEach
    void start() {
        PipelineSettings settings =
                PipelineSettings.of(
                        10_000, 10, 320, 240, Mount.FORWARD, PlannerSettings.defaults());
        CountingLink link = new CountingLink();
        perception =
                new Perception(
                        settings,
                        TestModel.detector(),
                        Links.of(link, link),
                        CLOCK,
                        (command, sectors, distrust) -> {},
                        fault -> {
                            throw new AssertionError(fault);
                        });
        glimpse = perception.newGlimpse();
    }

    @AfterEach
    void close() {
        perception.close();
    }

    private void look() {
        perception.look(Eye.of(Flights.CAMERA, Mount.FORWARD, perception.detector()));
        perception.activate();
    }

    /** A picture of one tone, and a wish that goes with it. */
    private void fly(int tone) {
        perception.flight().want(tone, 0, 0, 0, CLOCK.nanos());
        Flights.describe(perception.door(), ++stamp);
        Frame frame = perception.door().admit(CLOCK.nanos(), stamp);
        frame.pixels().fill((byte) tone);
        perception.door().commit(frame);
    }

    @Test
    void shouldShowNothingBeforeThereIsACamera() {
        assertFalse(perception.glimpse(glimpse));
    }

    @Test
    void shouldNotLookWhileAFrameIsInHand() {
        look();
        fly(100);
        assertFalse(perception.glimpse(glimpse), "it waits in the slot");
        perception.step();
        assertTrue(perception.glimpse(glimpse));
        assertEquals(100, glimpse.picture()[60 * 160 + 80]);
    }

    @Test
    void shouldNeverShowHalfAPictureOrAnothersCommand() throws Exception {
        look();
        perception.start();
        Thread feeder =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < FRAMES; i++) {
                                        fly(1 + i % 120);
                                        while (perception.allocation().frames() <= i) {
                                            Thread.onSpinWait();
                                        }
                                    }
                                });
        int shown = 0;
        while (feeder.isAlive()) {
            if (!perception.glimpse(glimpse) || glimpse.columns() == 0) {
                continue;
            }
            byte tone = glimpse.picture()[0];
            for (byte pixel : glimpse.picture()) {
                assertEquals(tone, pixel, "two pictures in one");
            }
            if (tone != 0) {
                assertEquals(tone, glimpse.wanted().vx, "another picture's wish");
                shown++;
            }
        }
        feeder.join();
        assertTrue(shown > 0, "never at rest");
    }

    @Test
    void shouldTellThePageWhatItSaw() throws Exception {
        look();
        LiveView view = new LiveView(perception, () -> Health.STARTING, CLOCK);
        JsonNode before = new ObjectMapper().readTree(view.json());
        assertEquals(0, before.path("number").asInt());
        assertTrue(before.path("picture").isMissingNode(), before::toString);
        fly(100);
        perception.step();
        Thread.sleep(120);
        JsonNode now = new ObjectMapper().readTree(view.json());
        assertEquals(1, now.path("number").asInt());
        assertEquals(100, now.path("picture").path("grey").binaryValue()[0]);
        assertEquals(300, now.path("picture").path("cellsCm").size());
        assertEquals(72, now.path("sectorsCm").size());
        assertEquals(100, now.path("wanted").path("x").asDouble());
        assertTrue(now.path("doubt").asText().startsWith("flat picture"), now::toString);
        assertTrue(now.path("timing").path("worstMs").asDouble() > 0, now::toString);
        assertEquals(10_000, now.path("timing").path("budgetMs").asDouble());
        assertEquals(1, now.path("outcomes").path("acted").asInt());
        assertEquals("STARTING", now.path("health").path("word").asText());
    }
}
