package dev.jink.launch.ros;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.Mount;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.campaign.BoardCamera;
import dev.jink.calibration.campaign.RandomCamera;
import dev.jink.calibration.solve.LensModel;
import dev.jink.rcljava.OffHeapBytes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ros2.rcljava.RCLJava;
import org.ros2.rcljava.publisher.Publisher;
import org.ros2.rcljava.qos.QoSProfile;

import sensor_msgs.msg.Image;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The three commands as a user starts them, each a process of its own, beside a drone on DDS. */
final class LiveCalibrationTest {
    /** Of this process alone, whoever else flies on this machine. */
    private static final String NAME = "/live_calibration_" + ProcessHandle.current().pid();

    private static final String COMMAND = "dev.jink.launch.calibrate.CalibrateCommand";
    private static final double SECONDS = 9;

    /** Some pictures are lost where machines are busy; what can be had is FlightCalibrationTest's. */
    private static final double TOLERATED_RAD = Math.toRadians(1.5);

    private static final CameraModel LENS = CameraModel.pinhole(320, 240, 200, 201, 162, 118);

    @TempDir private Path folder;

    private Process start(String log, String... arguments) throws IOException {
        List<String> line =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                COMMAND));
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(log).toFile())
                .start();
    }

    private Process startFlight(String command) throws IOException {
        return start(
                command + ".log",
                command,
                "--topic",
                NAME + "/image_raw",
                "--odometry-topic",
                NAME + "/odometry",
                "--camera-info",
                folder.resolve("camera.yaml").toString(),
                "--seconds",
                Double.toString(SECONDS),
                "--json",
                folder.resolve(command + ".json").toString());
    }

    private JsonNode outcome(String command) throws IOException {
        return new ObjectMapper().readTree(folder.resolve(command + ".json").toFile());
    }

    private String log(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    /** Until both listen: their first line says so. */
    private void listening(String... logs) throws Exception {
        long end = System.nanoTime() + 60_000_000_000L;
        for (String name : logs) {
            while (!log(name).contains("listening to ")) {
                assertTrue(System.nanoTime() < end, name + ": " + log(name));
                Thread.sleep(50);
            }
        }
    }

    @Test
    void shouldFindMountAndDelayWhileADroneFlies() throws Exception {
        CameraInfoYaml.write(folder.resolve("camera.yaml"), LENS, "camera");
        Mount truth = new Mount(0.05, 0.14, -0.1, 0, 0, 0);
        RenderedDrone drone = new RenderedDrone(NAME, LENS, truth);
        Process mount = startFlight("mount-flight");
        Process delay = startFlight("delay");
        try {
            listening("mount-flight.log", "delay.log");
            drone.fly();
            assertTrue(mount.waitFor(60, TimeUnit.SECONDS));
            assertTrue(delay.waitFor(60, TimeUnit.SECONDS));
        } finally {
            mount.destroyForcibly();
            delay.destroyForcibly();
        }
        assertEquals(0, mount.exitValue(), log("mount-flight.log"));
        assertEquals(0, delay.exitValue(), log("delay.log"));
        JsonNode found = outcome("mount-flight");
        assertEquals(truth.rollRad(), found.get("roll").asDouble(), TOLERATED_RAD);
        assertEquals(truth.pitchRad(), found.get("pitch").asDouble(), TOLERATED_RAD);
        assertEquals(truth.yawRad(), found.get("yaw").asDouble(), TOLERATED_RAD);
        // A busy machine adds some of its own.
        double late = outcome("delay").get("delaySeconds").asDouble();
        assertEquals(RenderedDrone.DELAY_S, late, 0.03);
    }

    @Test
    void shouldCalibrateALensWhileABoardIsHeldBeforeTheCamera() throws Exception {
        Board board = Board.chessboard(9, 6, 0.025);
        RandomCamera random = new RandomCamera(21);
        CameraModel truth = random.draw(LensModel.PLUMB_BOB);
        BoardCamera camera = new BoardCamera(truth);
        List<GrayPicture> shown = new ArrayList<>();
        for (int i = 0; i < 27; i++) {
            shown.add(
                    camera.picture(
                            "view " + i,
                            Print.of(board),
                            random.hold(board, truth, i),
                            new BoardCamera.Faults(0.7, 2, i)));
        }
        Path output = folder.resolve("camera.yaml");
        Process process =
                start(
                        "lens.log",
                        "--topic",
                        NAME + "/board",
                        "--board",
                        "9x6",
                        "--square",
                        "0.025",
                        "--seconds",
                        "20",
                        "--output",
                        output.toString());
        try {
            show(shown, process);
        } finally {
            process.destroyForcibly();
        }
        assertEquals(0, process.exitValue(), log("lens.log"));
        assertEquals(truth.fx(), CameraInfoYaml.read(output).fx(), 0.003 * truth.fx());
        String said = log("lens.log");
        assertTrue(said.contains("still missing: "), said);
        assertTrue(said.contains("written: " + output), said);
    }

    private static void show(List<GrayPicture> pictures, Process until)
            throws InterruptedException {
        RCLJava.rclJavaInit();
        Publisher<Image> topic =
                RCLJava.createNode("test_camera")
                        .createPublisher(Image.class, NAME + "/board", QoSProfile.sensorData());
        int width = pictures.getFirst().width();
        int height = pictures.getFirst().height();
        Image image =
                new Image().setWidth(width).setHeight(height).setEncoding("mono8").setStep(width);
        OffHeapBytes data = (OffHeapBytes) image.getData();
        data.reserve(width * height).resize(width * height);
        for (int i = 0; until.isAlive(); i++) {
            byte[] pixels = pictures.get(i % pictures.size()).pixels();
            MemorySegment.copy(MemorySegment.ofArray(pixels), 0, data.segment(), 0, pixels.length);
            topic.publish(image);
            until.waitFor(150, TimeUnit.MILLISECONDS);
        }
    }
}
