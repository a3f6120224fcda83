package dev.jink.training;

import static org.bytedeco.opencv.global.opencv_core.CV_16UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imwrite;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class DepthPairsTest {
    @TempDir private Path folder;

    @Test
    void shouldPairPicturesByName() throws IOException {
        pair("b", 2000);
        pair("a", 1000);
        Files.writeString(folder.resolve("camera.txt"), "50 51 31.5 23.5\n");
        DepthPairs pairs = DepthPairs.read(folder);
        assertEquals(
                List.of("a.png", "b.png"),
                pairs.pairs().stream().map(p -> p.colour().getFileName().toString()).toList());
        assertArrayEquals(new double[] {50, 51, 31.5, 23.5}, pairs.camera());
    }

    @Test
    void shouldSayWhatPairsLack() throws IOException {
        assertTrue(
                refusal()
                        .endsWith(
                                "got depth alone, wanted the folders color and depth; add the other"
                                        + " one"));
        pair("a", 1000);
        Files.delete(folder.resolve("depth/a.png"));
        assertTrue(
                refusal()
                        .endsWith(
                                "got no a.png or .pgm for the picture of that name, wanted one"
                                        + " each; add it"));
        pair("a", 1000);
        Files.writeString(folder.resolve("camera.txt"), "50 51");
        assertTrue(
                refusal()
                        .endsWith(
                                "got '50 51', wanted four numbers fx fy cx cy in pixels; correct"
                                        + " it"));
    }

    @Test
    void shouldSayWhenAFolderHoldsNothingToJudge() {
        IOException e = assertThrows(IOException.class, () -> DataFolder.inside(folder));
        assertEquals(
                "data "
                        + folder
                        + ": got no folder with labels.txt, none with color and depth, wanted one;"
                        + " jink eval --help shows both layouts",
                e.getMessage());
    }

    @Test
    void shouldRefuseADepthPictureOfEightBits() throws IOException {
        pair("a", 1000);
        Path depth = folder.resolve("depth/a.png");
        try (Mat eight = new Mat(48, 64, CV_8UC1, new Scalar(7))) {
            imwrite(depth.toString(), eight);
        }
        IOException e = assertThrows(IOException.class, () -> DepthPairs.depth(depth));
        assertEquals(
                "depth "
                        + depth
                        + ": got another kind of picture, wanted one channel of 16 bits,"
                        + " millimetres; convert the file",
                e.getMessage());
    }

    @Test
    void shouldMeasureAlongTheRayAndKnowNothingWhereDepthIsZero() {
        // 90 degrees like the virtual camera, so that every cell is reached.
        var camera = Eye.pinhole(160, 160, 80, 80, 79.5, 79.5);
        try (Mat depth = new Mat(160, 160, CV_16UC1, new Scalar(2000))) {
            float[] rangeM = DepthTruth.of(depth, camera);
            int middle = 7 * VirtualPicture.COLUMNS + 10;
            assertEquals(2.0f, rangeM[middle], 0.01f);
            // Corner: the ray leans by (72.5, 52.5) / 80 at the cell's third nearest pixel.
            assertEquals(2 * Math.hypot(1, Math.hypot(72.5, 52.5) / 80), rangeM[0], 0.03);
        }
        try (Mat none = new Mat(160, 160, CV_16UC1, new Scalar(0))) {
            for (float rangeM : DepthTruth.of(none, camera)) {
                assertTrue(Float.isNaN(rangeM));
            }
        }
    }

    private String refusal() throws IOException {
        Files.createDirectories(folder.resolve("depth"));
        return assertThrows(IOException.class, () -> DepthPairs.read(folder)).getMessage();
    }

    private void pair(String name, int millimetres) throws IOException {
        Files.createDirectories(folder.resolve("color"));
        Files.createDirectories(folder.resolve("depth"));
        try (Mat colour = new Mat(48, 64, CV_8UC1, new Scalar(90));
                Mat depth = new Mat(48, 64, CV_16UC1, new Scalar(millimetres))) {
            imwrite(folder.resolve("color/" + name + ".png").toString(), colour);
            imwrite(folder.resolve("depth/" + name + ".png").toString(), depth);
        }
    }
}
