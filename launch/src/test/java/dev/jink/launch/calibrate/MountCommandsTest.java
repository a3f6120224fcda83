package dev.jink.launch.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.jink.calibration.CameraInfoYaml;
import dev.jink.calibration.CameraModel;
import dev.jink.calibration.board.Board;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.calibration.board.Print;
import dev.jink.calibration.campaign.BoardCamera;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.Rotations;
import dev.jink.sim.command.CommandLines;

import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** mount-board, mount-flight and delay as a user meets them. */
final class MountCommandsTest {
    private static final Board BOARD = Board.chessboard(9, 6, 0.03);
    private static final CameraModel CAMERA = CameraModel.pinhole(640, 480, 500, 500, 319.5, 239.5);

    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();
    private Path pictures;
    private Path cameraInfo;
    private Path json;

    @BeforeEach
    void makeFiles() throws IOException {
        pictures = Files.createDirectory(folder.resolve("pictures"));
        cameraInfo = folder.resolve("camera.yaml");
        json = folder.resolve("out.json");
        CameraInfoYaml.write(cameraInfo, CAMERA, "camera");
    }

    private int run(Callable<Integer> command, String... arguments) {
        CommandLine line = CommandLines.of(command);
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments);
    }

    /** The board straight ahead of a camera that looks down by so much. */
    private void save(String name, double pitchRad) {
        double[] r = Rotations.ofVector(pitchRad, 0, 0);
        double[] half = Rotations.turn(r, new double[] {0.12, 0.075, 0});
        BoardPose pose = new BoardPose(r, new double[] {-half[0], -half[1], 0.6 - half[2]});
        GrayPicture picture =
                new BoardCamera(CAMERA)
                        .picture(name, Print.of(BOARD), pose, new BoardCamera.Faults(0.7, 2, 1));
        try (Mat mat = picture.mat()) {
            assertTrue(opencv_imgcodecs.imwrite(pictures.resolve(name).toString(), mat));
        }
    }

    private int mountBoard(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                pictures.toString(),
                                "--camera-info",
                                cameraInfo.toString(),
                                "--board",
                                "9x6",
                                "--square",
                                "0.03",
                                "--height",
                                "0.05",
                                "--expected",
                                "0",
                                "-0.1",
                                "0",
                                "0.1",
                                "0",
                                "0",
                                "--json",
                                json.toString()));
        arguments.addAll(List.of(more));
        return run(new MountBoardCommand(), arguments.toArray(String[]::new));
    }

    /** Figures of a calibration whose principal point has a deviation of so many pixels. */
    private String cameraJson(double fx, double deviationPx) throws IOException {
        double[] covariance = new double[9 * 9];
        covariance[2 * 9 + 2] = deviationPx * deviationPx;
        covariance[3 * 9 + 3] = deviationPx * deviationPx;
        Path file = folder.resolve("camera.json");
        Files.writeString(
                file, "{\"fx\": " + fx + ", \"covariance\": " + Arrays.toString(covariance) + "}");
        return file.toString();
    }

    private double pitchHalf95() throws IOException {
        return new ObjectMapper().readTree(json.toFile()).get("half95").get("pitch").asDouble();
    }

    @Test
    void shouldTrustTheMountNoMoreThanTheCamera() throws IOException {
        save("a.png", 0.2);
        assertEquals(0, mountBoard(), said::toString);
        double exact = pitchHalf95();
        assertEquals(0, mountBoard("--camera-json", cameraJson(500, 10)), said::toString);
        assertTrue(pitchHalf95() > 1.2 * exact, pitchHalf95() + " rad, of an exact one " + exact);
    }

    @Test
    void shouldRefuseTheFiguresOfAnotherCamera() throws IOException {
        save("a.png", 0.2);
        String other = cameraJson(501, 1);
        assertEquals(2, mountBoard("--camera-json", other));
        assertEquals(
                "jink: --camera-json: got "
                        + other
                        + " with no covariance of the camera in --camera-info, wanted the file that"
                        + " jink calibrate --json wrote beside it",
                said.toString().strip());
        assertFalse(Files.exists(json));
    }

    @Test
    void shouldTellTheMountAsTheNodesParameters() throws IOException {
        save("a.png", 0.2);
        save("b.png", 0.2);
        assertEquals(0, mountBoard(), said::toString);
        JsonNode mount = new ObjectMapper().readTree(json.toFile());
        assertEquals(0.2, Math.abs(mount.get("pitch").asDouble()), 0.005);
        assertEquals(0, mount.get("roll").asDouble(), 0.005);
        assertEquals(0.1, mount.get("x").asDouble(), "taken over");
        assertTrue(mount.get("half95").get("x").isNull());
        assertTrue(mount.get("half95").get("pitch").asDouble() < 0.02);
    }

    @Test
    void shouldRefusePicturesThatContradictEachOther() {
        save("a.png", 0.3);
        save("b.png", -0.3);
        assertEquals(1, mountBoard());
        assertEquals(1, said.toString().lines().count(), said::toString);
        assertTrue(
                said.toString().startsWith("jink: mount: the pictures contradict each other by "),
                said::toString);
        assertFalse(Files.exists(json));
    }

    /** One line, status 2. */
    private void misused(Callable<Integer> command, String wanted, String... more) {
        said.getBuffer().setLength(0);
        List<String> arguments = new ArrayList<>(List.of("--camera-info", cameraInfo.toString()));
        arguments.addAll(List.of(more));
        assertEquals(2, run(command, arguments.toArray(String[]::new)));
        assertEquals("jink: " + wanted, said.toString().strip());
    }

    @Test
    void shouldSayWhichFlightItWants() throws IOException {
        save("a.png", 0);
        String odometry =
                Files.writeString(folder.resolve("o.csv"), "0,1,0,0,0,0,0\n1,1,0,0,0,0,0")
                        .toString();
        String times = Files.writeString(folder.resolve("t.txt"), "0.2\n0.1\n").toString();
        String at = pictures.toString();
        String source = ", wanted a folder of pictures or a video file, or --topic TOPIC";
        for (Supplier<Callable<Integer>> command :
                List.<Supplier<Callable<Integer>>>of(DelayCommand::new, MountFlightCommand::new)) {
            misused(command.get(), "got no source" + source);
            misused(
                    command.get(),
                    "got a folder or video and a topic" + source,
                    at,
                    "--topic",
                    "/a");
            misused(command.get(), "got no odometry, wanted --odometry FILE", at);
            misused(
                    command.get(),
                    "got no odometry, wanted --odometry-topic TOPIC",
                    "--topic",
                    "/a");
            misused(
                    command.get(),
                    "--rate: got -5.0, wanted more than 0 Hz",
                    at,
                    "--odometry",
                    odometry,
                    "--rate=-5");
            misused(
                    command.get(),
                    times + ": got 0.1 after 0.2, wanted times in s that grow",
                    at,
                    "--odometry",
                    odometry,
                    "--times",
                    times);
        }
    }

    @Test
    void shouldSayWhenNothingComesOnATopic() {
        String topic = "/nobody_" + ProcessHandle.current().pid();
        misused(
                new MountFlightCommand(),
                topic
                        + ": got no picture in 1 s, wanted sensor_msgs/Image: check the name,"
                        + " ROS_DOMAIN_ID and JINK_INTERFACE",
                "--topic",
                topic,
                "--odometry-topic",
                topic + "_odometry",
                "--seconds",
                "0.5");
    }

    @Test
    void shouldRefusePicturesOfAnotherSizeThanTheCalibrations() {
        try (Mat mat = new GrayPicture("small", 320, 240, new byte[320 * 240]).mat()) {
            assertTrue(opencv_imgcodecs.imwrite(pictures.resolve("small.png").toString(), mat));
        }
        assertEquals(2, mountBoard());
        assertEquals(
                "jink: small.png is 320x240, --camera-info calibrates 640x480, wanted the same"
                        + " size",
                said.toString().strip());
    }

    @Test
    void shouldRefuseOdometryThatIsNoOdometry() throws IOException {
        save("a.png", 0);
        Path odometry = Files.writeString(folder.resolve("o.csv"), "time_s\n0,1,0,0,0,0,0\n1,2\n");
        for (Callable<Integer> command :
                List.<Callable<Integer>>of(new DelayCommand(), new MountFlightCommand())) {
            said.getBuffer().setLength(0);
            assertEquals(
                    2,
                    run(
                            command,
                            pictures.toString(),
                            "--camera-info",
                            cameraInfo.toString(),
                            "--odometry",
                            odometry.toString(),
                            "--rate",
                            "15"));
            assertEquals(
                    "jink: "
                            + odometry
                            + ": line 3 is '1,2', wanted seven numbers"
                            + " time_s,vx,vy,vz,wx,wy,wz: correct it",
                    said.toString().strip());
        }
    }
}
