package dev.jink.perception.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.jink.perception.TestModel;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What can't be started is said in one line, exit status 2. */
class BadStartTest {
    private static final int DOMAIN = 71;
    @TempDir private Path folder;

    @BeforeEach
    void writeAModel() throws IOException {
        TestModel.write(folder);
    }

    private String refusal(String... arguments) throws Exception {
        try (NodeRun run = NodeRun.start(DOMAIN, folder, arguments)) {
            assertEquals(2, run.awaitEnd(), () -> "exit status; it said: " + run.seen());
            Thread.sleep(100);
            List<String> said =
                    run.seen().stream().filter(line -> line.startsWith("jink: ")).toList();
            assertEquals(1, said.size(), said::toString);
            return said.getFirst();
        }
    }

    @Test
    void shouldNameAnUnknownParameterAndTheNearestOne() throws Exception {
        String line = refusal("--ros-args", "-p", "max_sped:=3.0");
        assertTrue(line.contains("'max_sped'"), line);
        assertTrue(line.contains("meant 'max_speed'?"), line);
    }

    @Test
    void shouldSayThatThePagesPortIsTakenBeforeAnythingElse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            // The folder without a model would be refused too, and later.
            Files.delete(folder.resolve("sight.jink"));
            assertEquals(
                    "jink: --page: 127.0.0.1:"
                            + port
                            + " can't be served (Address already in use): wanted a free port on an"
                            + " address of this machine; give another, or 0 for any free port",
                    refusal("--page", port));
        }
    }

    @Test
    void shouldSayWhatAPageNeeds() throws Exception {
        assertTrue(
                refusal("--page", "--ros-args")
                        .startsWith("jink: --page: wanted [HOST:]PORT after it; usage: node"));
        assertTrue(
                refusal("--page", "drone:http")
                        .startsWith("jink: --page: got 'drone:http', whose port is not 0 to"));
    }

    @Test
    void shouldNameTheRangeOfAParameterOutOfIt() throws Exception {
        String line = refusal("--ros-args", "-p", "max_speed:=99.0");
        assertEquals(
                "jink: parameter 'max_speed': got 99.0, wanted a number from 0.1 to 20.0"
                        + " (from -p max_speed:=99.0)",
                line);
    }

    @Test
    void shouldNameTheTypeOfAParameterOfAnother() throws Exception {
        String line = refusal("--ros-args", "-p", "budget_ms:=fast");
        assertTrue(line.contains("parameter 'budget_ms': got string fast, wanted"), line);
    }

    @Test
    void shouldNotStartWithAGuardMarginThatLeavesNoBudget() throws Exception {
        String line = refusal("--ros-args", "-p", "budget_ms:=20.0", "-p", "guard_margin_ms:=20.0");
        assertTrue(line.contains("guard margin: got 20000000 ns, wanted more than 0"), line);
    }

    @Test
    void shouldNotStartWithoutItsParametersFile() throws Exception {
        String line = refusal("--ros-args", "--params-file", folder.resolve("no.yaml").toString());
        assertTrue(line.contains("no.yaml': there is no such file; wanted a YAML file"), line);
    }

    @Test
    void shouldNotStartWithAParametersFileThatIsNotYaml() throws Exception {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, "jink: [unclosed");
        String line = refusal("--ros-args", "--params-file", file.toString());
        assertTrue(line.contains("bad.yaml': it is not YAML"), line);
    }

    @Test
    void shouldNotStartWithAQosThatIsNone() throws Exception {
        String name = "qos_overrides./image_raw.subscription.reliability";
        assertEquals(
                "jink: parameter '" + name + "': got 'fast', wanted best_effort or reliable",
                refusal("--ros-args", "-p", name + ":=fast"));
    }

    @Test
    void shouldListTheControllersThereAre() throws Exception {
        String line = refusal("--ros-args", "-p", "controller:=px5");
        assertTrue(
                line.contains(
                        "parameter controller: got 'px5', wanted one of: twist, px4, ardupilot,"
                                + " mavros, mavlink"),
                line);
    }

    @Test
    void shouldNotStartMavlinkWithoutAnEndpoint() throws Exception {
        assertEquals(
                "jink: parameter mavlink_endpoint: got nothing, wanted HOST:PORT of the controller,"
                        + " or :PORT on this machine: set -p mavlink_endpoint:=127.0.0.1:14580",
                refusal("--ros-args", "-p", "controller:=mavlink"));
    }

    @Test
    void shouldNotStartMavlinkWithAKeyOfTheWrongLength() throws Exception {
        Path key = folder.resolve("key");
        Files.write(key, new byte[31]);
        assertEquals(
                "jink: parameter mavlink_key_file: "
                        + key
                        + " holds 31 bytes, wanted exactly 32, raw: make one with head -c 32"
                        + " /dev/urandom, and give the controller the same",
                refusal(
                        "--ros-args",
                        "-p",
                        "controller:=mavlink",
                        "-p",
                        "mavlink_endpoint:=:14580",
                        "-p",
                        "mavlink_key_file:=" + key));
    }

    @Test
    void shouldNotStartMavlinkWithAKeyThatIsNotThere() throws Exception {
        Path key = folder.resolve("none");
        String line =
                refusal(
                        "--ros-args",
                        "-p",
                        "controller:=mavlink",
                        "-p",
                        "mavlink_endpoint:=127.0.0.1:14580",
                        "-p",
                        "mavlink_key_file:=" + key);
        assertTrue(line.contains(key + " can't be read (NoSuchFileException), wanted"), line);
    }

    @Test
    void shouldNotStartArduPilotInAFrameItDrops() throws Exception {
        assertEquals(
                "jink: parameter ardupilot_frame: got 'odom', wanted base_link or map: ArduPilot"
                        + " drops all others in silence",
                refusal(
                        "--ros-args",
                        "-p",
                        "controller:=ardupilot",
                        "-p",
                        "ardupilot_frame:=odom"));
    }

    @Test
    void shouldNotStartWithoutAModel() throws Exception {
        Path model = folder.resolve("none.jink");
        String line = refusal("--ros-args", "-p", "model:=" + model);
        assertTrue(line.contains("none.jink"), line);
        assertTrue(line.contains("wanted"), line);
    }

    @Test
    void shouldNotStartWithATruncatedModel() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("sight.jink"));
        Path model = folder.resolve("half.jink");
        Files.write(model, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        String line = refusal("--ros-args", "-p", "model:=" + model);
        assertTrue(line.contains("half.jink"), line);
        assertTrue(line.contains("wanted"), line);
    }

    @Test
    void shouldNotStartWithAModelOfWhichOneBitIsWrong() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("sight.jink"));
        bytes[bytes.length / 2] ^= 4;
        Path model = folder.resolve("flipped.jink");
        Files.write(model, bytes);
        String line = refusal("--ros-args", "-p", "model:=" + model);
        assertTrue(line.contains("flipped.jink"), line);
        assertTrue(line.contains("wanted"), line);
    }

    @Test
    void shouldNotStartWithAModelOfANewerVersion() throws Exception {
        byte[] bytes = Files.readAllBytes(folder.resolve("sight.jink"));
        bytes[8] = 9;
        Path model = folder.resolve("newer.jink");
        Files.write(model, bytes);
        String line = refusal("--ros-args", "-p", "model:=" + model);
        assertTrue(line.contains("newer.jink"), line);
        assertTrue(line.contains("version"), line);
    }

    @Test
    void shouldNotStartWithACalibrationThatCanNotBeRead() throws Exception {
        Path file = folder.resolve("cam.yaml");
        String line = refusal("--ros-args", "-p", "camera_info_file:=" + file);
        assertTrue(line.contains("cam.yaml: can't be read"), line);
    }

    @Test
    void shouldNameAnArgumentItDoesNotKnow() throws Exception {
        assertTrue(refusal("--jsn").contains("argument '--jsn' is not known; usage: node"));
    }
}
