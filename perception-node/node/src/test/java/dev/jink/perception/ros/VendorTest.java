package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.jink.perception.TestModel;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The real node between another vendor's ends: Cyclone DDS publishes pictures and receives a
 * command for each. Which command that is, is the business of other tests; the weights here are
 * random.
 */
class VendorTest {
    private static final int DOMAIN = 72;
    private static final int PICTURES = 60;
    @TempDir private Path folder;

    @Test
    void shouldAnswerEveryPictureOfAnotherVendorWithACommand() throws Exception {
        Path peer = Cyclone.build(folder);
        try (NodeRun node = NodeRun.behindCamera(DOMAIN, folder, "require_odometry:=false")) {
            int stamped = answered(peer, "mono8") + answered(peer, "bgr8");
            assertEquals(0, node.end());
            JsonNode figures = node.figures();
            long frames = figures.get("frames").asLong();
            assertEquals(
                    frames,
                    figures.get("acted").asLong()
                            + figures.get("braked").asLong()
                            + figures.get("superseded").asLong()
                            + figures.get("refused").asLong());
            assertEquals(0, figures.get("refused").asLong(), figures::toString);
            assertEquals(0, figures.get("missedDeadlines").asLong(), figures::toString);
            long answers = figures.get("acted").asLong() + figures.get("braked").asLong();
            assertTrue(stamped >= answers - 2, stamped + " commands came back of " + answers);
            assertEquals(64, figures.get("modelSha256").asText().length());
        }
    }

    @Test
    void shouldTellALateComerOfAnotherVendorWhereTheCameraSits() throws Exception {
        Path peer = Cyclone.build(folder);
        TestModel.write(folder);
        try (NodeRun node =
                NodeRun.start(
                        DOMAIN + 1,
                        folder,
                        "--ros-args",
                        "-p",
                        "camera_frame:=eye",
                        "-p",
                        "mount_roll:=" + Math.PI / 2, // its right is the body's down
                        "-p",
                        "mount_x:=0.1",
                        "-p",
                        "mount_z:=-0.05",
                        "-p",
                        "warm_up_s:=0.1")) {
            node.await("jink: active after");
            double half = Math.sqrt(0.5);
            assertEquals(
                    List.of(
                            String.format(
                                    Locale.ROOT,
                                    "transform base_link eye %.9f %.9f %.9f %.9f %.9f %.9f %.9f",
                                    0.1,
                                    0.0,
                                    -0.05,
                                    0.0,
                                    half,
                                    0.0,
                                    half),
                            "done"),
                    Cyclone.run(peer, DOMAIN + 1, "tf").stream()
                            .map(line -> line.replace("-0.000000000", "0.000000000"))
                            .toList());
            assertEquals(0, node.end());
        }
    }

    @Test
    void shouldFlyByTheTimeOfASimulatorThatIsSlowAndStartsAgain() throws Exception {
        Path peer = Cyclone.build(folder);
        try (NodeRun node =
                NodeRun.behindCamera(
                        DOMAIN - 9,
                        folder,
                        "require_odometry:=false",
                        "use_sim_time:=true",
                        "warm_up_s:=0.5")) {
            List<String> lines =
                    Cyclone.run(peer, DOMAIN - 9, "simulator", Integer.toString(PICTURES));
            node.await("jink: clock: /clock jumped back by ");
            assertEquals(0, node.end());
            Set<String> before = new HashSet<>();
            Set<String> after = new HashSet<>();
            for (String line : lines) {
                if (line.startsWith("cmd_vel ")) {
                    String[] words = line.split(" ");
                    int second = Integer.parseInt(words[1]);
                    assertTrue(second >= 500 && second < 510 || second >= 1000, line);
                    (second >= 1000 ? before : after).add(words[1] + "." + words[2]);
                }
            }
            assertTrue(before.size() > PICTURES * 3 / 4, () -> before.size() + ": " + lines);
            assertTrue(after.size() > PICTURES * 3 / 4, () -> after.size() + ": " + lines);
            JsonNode figures = node.figures();
            assertEquals(0, figures.get("missedDeadlines").asLong(), figures::toString);
        }
    }

    /** Sends pictures of one encoding; returns how many of them a command came back for. */
    private static int answered(Path peer, String encoding) throws Exception {
        List<String> lines =
                Cyclone.run(
                        peer,
                        DOMAIN,
                        "camera",
                        "320",
                        "240",
                        encoding,
                        "15",
                        Integer.toString(PICTURES),
                        "reliable");
        Set<String> stamps = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("cmd_vel ")) {
                String[] words = line.split(" ");
                assertEquals("base_link", words[3]);
                stamps.add(words[1] + "." + words[2]);
            }
        }
        // The first pictures may pass before both sides know each other.
        assertTrue(stamps.size() > PICTURES * 3 / 4, encoding + ": " + lines);
        return stamps.size();
    }
}
