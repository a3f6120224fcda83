package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestModel;
import dev.jink.perception.deadline.NanoClock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.contexts.Context;
import org.ros2.rcljava.node.Node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the node says, as others hear it. */
class RosoutTest {
    private static final int DOMAIN = 64;
    private final List<String> console = new ArrayList<>();
    private final Context context = RCLJava.createContext();
    @TempDir private Path folder;

    @AfterEach
    void leave() {
        context.shutdown();
    }

    private Report speaker(String... arguments) {
        context.init();
        Node node = RCLJava.createNode("speaker", "", context);
        return Rosout.of(node, List.of(arguments), new EpochClock(NanoClock.SYSTEM), console::add);
    }

    @Test
    void shouldNameTheLoggerAsRosDoes() {
        assertEquals("jink", Rosout.logger("/jink"));
        assertEquals("fleet.one.jink", Rosout.logger("/fleet/one/jink"));
    }

    @Test
    void shouldSpeakOnTheConsoleAloneWhenToldSo() {
        Report plain = console::add;
        assertSame(
                plain,
                Rosout.of(
                        null,
                        List.of("--ros-args", "--enable-rosout-logs", "--disable-rosout-logs"),
                        null,
                        plain));
        assertTrue(speaker("--disable-rosout-logs", "--enable-rosout-logs") instanceof Rosout);
    }

    @Test
    void shouldNotMakeAnybodyWaitWhoSaysMoreThanCanBePublished() {
        Report speaker = speaker();
        String long16k = "x".repeat(16_000);
        for (int i = 0; i < 5000; i++) {
            speaker.warn(long16k);
        }
        assertEquals(5000, console.size());
        assertEquals(long16k, console.getLast());
        ((Rosout) speaker).close();
    }

    @Test
    void shouldTellALateComerOfAnotherVendorWhatWasSaid() throws Exception {
        Path peer = Cyclone.build(folder);
        TestModel.write(folder);
        try (NodeRun node =
                NodeRun.start(
                        DOMAIN,
                        folder,
                        "--ros-args",
                        "-r",
                        "__ns:=/fleet/one",
                        "-p",
                        "image_transport:=raw",
                        "-p",
                        "warm_up_s:=0.1")) {
            String active = node.await("jink: active after").substring("jink: ".length());
            List<String> heard = Cyclone.run(peer, DOMAIN, "rosout", "3");
            // It had no time to settle.
            assertTrue(
                    heard.get(0).startsWith("log 30 fleet.one.jink warmed up with"),
                    heard::toString);
            assertEquals("log 20 fleet.one.jink " + active, heard.get(2), heard::toString);
            assertTrue(heard.get(1).startsWith("log 30 fleet.one.jink text"), heard::toString);
            assertEquals(4, heard.size(), heard::toString);
            assertEquals(0, node.end());
        }
    }
}
