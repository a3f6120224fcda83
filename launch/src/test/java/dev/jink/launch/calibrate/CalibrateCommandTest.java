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
import dev.jink.calibration.campaign.RandomCamera;
import dev.jink.calibration.solve.BoardPose;
import dev.jink.calibration.solve.LensModel;
import dev.jink.calibration.solve.Rotations;
import dev.jink.sim.command.CommandLines;

import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.BeforeAll;
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
import java.util.List;
import java.util.stream.Stream;

/** The command as a user meets it: good pictures, and every kind of bad ones. */
final class CalibrateCommandTest {
    private static final Board BOARD = Board.chessboard(9, 6, 0.025);
    private static final int VIEWS = 12;
    private static CameraModel truth;
    private static BoardCamera camera;
    private static List<GrayPicture> good;

    @TempDir private Path folder;

    private final StringWriter said = new StringWriter();
    private Path pictures;
    private Path output;
    private Path json;

    @BeforeAll
    static void renderPictures() {
        RandomCamera random = new RandomCamera(21);
        truth = random.draw(LensModel.PLUMB_BOB);
        camera = new BoardCamera(truth);
        good = new ArrayList<>();
        for (int i = 0; i < VIEWS; i++) {
            good.add(picture(BOARD, random.hold(BOARD, truth, i), 0.7, i));
        }
    }

    private static GrayPicture picture(Board board, BoardPose pose, double blurPx, int seed) {
        return camera.picture(
                "view " + seed, Print.of(board), pose, new BoardCamera.Faults(blurPx, 2, seed));
    }

    @BeforeEach
    void makeFolders() throws IOException {
        pictures = Files.createDirectory(folder.resolve("pictures"));
        output = folder.resolve("camera.yaml");
        json = folder.resolve("camera.json");
    }

    private void save(List<GrayPicture> all) {
        for (int i = 0; i < all.size(); i++) {
            save("view%02d.png".formatted(i), all.get(i));
        }
    }

    private void save(String name, GrayPicture picture) {
        try (Mat mat = picture.mat()) {
            assertTrue(opencv_imgcodecs.imwrite(pictures.resolve(name).toString(), mat));
        }
    }

    private int run(String board, String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                pictures.toString(),
                                "--board",
                                board,
                                "--square",
                                "0.025",
                                "--output",
                                output.toString(),
                                "--json",
                                json.toString()));
        arguments.addAll(List.of(more));
        CommandLine line = CommandLines.of(new CalibrateCommand());
        line.setErr(new PrintWriter(said, true));
        return line.execute(arguments.toArray(String[]::new));
    }

    /** One line that begins so, and nothing written. */
    private void refused(int status, int got, String begin) throws IOException {
        assertEquals(status, got, said::toString);
        assertEquals(1, said.toString().lines().count(), said::toString);
        assertTrue(said.toString().startsWith("jink: " + begin), said::toString);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(pictures), left.toList(), "something was written");
        }
    }

    @Test
    void shouldCalibrateAFolderOfPictures() throws IOException {
        save(good);
        assertEquals(0, run("9x6", "--name", "front"), said::toString);
        CameraModel found = CameraInfoYaml.read(output);
        assertEquals(truth.fx(), found.fx(), 0.003 * truth.fx());
        assertEquals(truth.cx(), found.cx(), 1.5);
        JsonNode figures = new ObjectMapper().readTree(json.toFile());
        assertEquals(found.fx(), figures.get("fx").asDouble());
        assertEquals(found.fy(), figures.get("fy").asDouble());
        assertEquals(found.cx(), figures.get("cx").asDouble());
        assertEquals(found.cy(), figures.get("cy").asDouble());
        assertEquals(5, figures.get("distortion").size());
        double variance = figures.get("covariance").get(0).asDouble();
        assertEquals(9 * 9, figures.get("covariance").size());
        assertEquals(figures.get("half95").get(0).asDouble(), 1.96 * Math.sqrt(variance), 1e-9);
        assertEquals(VIEWS, figures.get("views").asInt());
        assertEquals(0, figures.get("rejected").size());
        assertTrue(figures.get("rms").asDouble() < 0.1, figures.toString());
        String page = Files.readString(folder.resolve("camera.html"));
        assertTrue(page.contains("<svg") && page.contains("data:image/jpeg;base64,"));
        assertFalse(page.contains("http"), "the report needs no other file");
    }

    @Test
    void shouldNameThePicturesThatItLeavesOut() throws IOException {
        save(good);
        save("view50.png", good.get(3));
        save("view51.png", new GrayPicture("grey", 640, 480, new byte[640 * 480]));
        save("view52.png", picture(BOARD, new RandomCamera(3).hold(BOARD, truth, 4), 5, 1));
        assertEquals(0, run("9x6"), said::toString);
        JsonNode rejected = new ObjectMapper().readTree(json.toFile()).get("rejected");
        assertEquals(3, rejected.size(), rejected.toString());
        assertEquals("view50.png", rejected.get(0).get("name").asText());
        assertEquals("repeats view03.png", rejected.get(0).get("reason").asText());
        assertEquals("no chessboard of 9x6 in it", rejected.get(1).get("reason").asText());
        assertTrue(
                rejected.get(2).get("reason").asText().startsWith("blurred: edges "),
                rejected.toString());
    }

    @Test
    void shouldRefuseTooFewViews() throws IOException {
        save(good.subList(0, 4));
        refused(1, run("9x6"), "too few views: got 4 from 4 pictures, wanted 6 or more: take 15");
    }

    @Test
    void shouldRefuseOnePictureRepeated() throws IOException {
        for (int i = 0; i < 10; i++) {
            save("copy%d.png".formatted(i), good.get(0));
        }
        refused(
                1,
                run("9x6"),
                "too few views: got 1 from 10 pictures, wanted 6 or more (9 repeat another"
                        + " picture)");
    }

    @Test
    void shouldRefuseASetWithoutTilt() throws IOException {
        for (int i = 0; i < 9; i++) {
            double[] flat = Rotations.ofVector(0, 0, 0.02 * i);
            double[] place = {-0.15 + 0.02 * (i % 3), -0.1 + 0.015 * (i / 3), 0.45 + 0.02 * i};
            save("flat%d.png".formatted(i), picture(BOARD, new BoardPose(flat, place), 0.7, i));
        }
        refused(1, run("9x6"), "no tilt: the board turns by ");
    }

    @Test
    void shouldRefuseBlurredPictures() throws IOException {
        RandomCamera random = new RandomCamera(21);
        random.draw(LensModel.PLUMB_BOB);
        for (int i = 0; i < 8; i++) {
            save("b%d.png".formatted(i), picture(BOARD, random.hold(BOARD, truth, i), 5, i));
        }
        int status = run("9x6");
        refused(1, status, "too few views: got ");
        assertTrue(said.toString().contains("blurred"), said::toString);
    }

    @Test
    void shouldRefuseAnotherBoardThanTheOneNamed() throws IOException {
        save(good);
        refused(
                1,
                run("8x6"),
                "board mismatched: got --board 8x6, the pictures show 9x6 inner corners, wanted the"
                        + " same");
    }

    @Test
    void shouldRefuseASmallerBoardThanTheOneShown() throws IOException {
        save(good);
        refused(1, run("7x4"), "board mismatched: got --board 7x4, the pictures show 9x6");
    }

    private static List<GrayPicture> picturesOf(Board board) {
        RandomCamera random = new RandomCamera(21);
        random.draw(LensModel.PLUMB_BOB);
        List<GrayPicture> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(picture(board, random.hold(board, truth, i), 0.7, i));
        }
        return all;
    }

    private void saveMirrored(Board board) {
        save(picturesOf(board).stream().map(GrayPicture::mirrored).toList());
    }

    private void mismatched(String board, String kind, String dictionary, String got)
            throws IOException {
        said.getBuffer().setLength(0);
        refused(
                1,
                run(board, "--kind", kind, "--dictionary", dictionary),
                "board mismatched: got " + got);
    }

    @Test
    void shouldRefuseAnotherCharucoBoardThanTheOneNamed() throws IOException {
        save(picturesOf(new Board(Board.Kind.CHARUCO, 7, 5, 0.036, 0.027, "4X4_50")));
        mismatched("8x5", "charuco", "4x4_50", "--board 8x5, the pictures show 17 of its markers");
        mismatched("6x5", "charuco", "4x4_50", "--board 6x5, the pictures show marker 15, wanted");
        mismatched("7x6", "charuco", "4x4_50", "--board 7x6, the pictures show 7x5 squares and in");
        mismatched("7x5", "charuco", "5x5_250", "--dictionary 5X5_250, the pictures show none of");
    }

    @Test
    void shouldRefuseAnotherCircleBoardThanTheOneNamed() throws IOException {
        save(picturesOf(new Board(Board.Kind.CIRCLES, 4, 11, 0.03, 0, "")));
        mismatched("4x9", "circles", "none", "--board 4x9, the pictures show 44 dots, wanted 36");
        mismatched("5x11", "circles", "none", "--board 5x11, the pictures show 44 dots, wanted 55");
        mismatched("11x4", "circles", "none", "--board 11x4, the pictures show 44 dots in another");
    }

    @Test
    void shouldRefusePicturesOfDifferentSizes() throws IOException {
        save(good.subList(0, 3));
        save("z.png", new GrayPicture("small", 320, 240, new byte[320 * 240]));
        refused(
                2,
                run("9x6"),
                "pictures of different sizes: view00.png is 640x480, z.png is 320x240, wanted one"
                        + " size");
    }

    @Test
    void shouldRefuseMirroredPictures() throws IOException {
        saveMirrored(new Board(Board.Kind.CHARUCO, 9, 6, 0.025, 0.01875, "5X5_250"));
        refused(
                1,
                run("9x6", "--kind", "charuco"),
                "too few views: got 0 from 7 pictures, wanted 6 or more (");
        assertTrue(said.toString().contains(" mirrored): "), said::toString);
    }

    @Test
    void shouldRefuseMirroredCircles() throws IOException {
        saveMirrored(new Board(Board.Kind.CIRCLES, 4, 10, 0.03, 0, ""));
        refused(1, run("4x10", "--kind", "circles"), "too few views: got ");
        assertTrue(said.toString().contains(" mirrored): "), said::toString);
    }

    @Test
    void shouldRefuseAFileThatIsNoPicture() throws IOException {
        save(good.subList(0, 2));
        Files.writeString(pictures.resolve("a.png"), "not a picture");
        refused(2, run("9x6"), "can't decode " + pictures.resolve("a.png"));
    }

    @Test
    void shouldRefuseBadUsageInOneLine() throws IOException {
        refused(2, run("9by6"), "--board: got '9by6', wanted COLSxROWS as in 9x6");
        said.getBuffer().setLength(0);
        refused(
                2,
                run("9x6", "--model", "fisheye"),
                "--model: got 'fisheye', wanted plumb_bob, rational_polynomial or equidistant");
    }
}
