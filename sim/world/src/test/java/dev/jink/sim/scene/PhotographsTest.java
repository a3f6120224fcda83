package dev.jink.sim.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import javax.imageio.ImageIO;

final class PhotographsTest {
    @TempDir private Path folder;

    @Test
    void shouldKeepBrightnessRelativeToTheMeanAndMirrorAtItsEdges() {
        Photograph halves = Photograph.of(halves(300, 200));
        float dark = halves.at(0.2f, 0.5f, 0);
        float bright = halves.at(0.8f, 0.5f, 0);
        assertEquals(2, dark + bright, 0.02f);
        assertTrue(bright > 8 * dark, dark + " against " + bright);
        assertEquals(bright, halves.at(1.2f, 0.5f, 0), 1e-6f);
        assertEquals(dark, halves.at(-0.2f, 3.5f, 0), 1e-6f);
        assertEquals(dark, halves.at(1.9f, -0.5f, 0), 1e-6f);
    }

    @Test
    void shouldFadeToItsMeanUnderWidePixels() {
        Photograph halves = Photograph.of(halves(256, 256));
        for (float u = -2; u < 2; u += 0.13f) {
            assertEquals(1, halves.at(u, 0.3f, 4), 0.02f);
        }
    }

    @Test
    void shouldRunUpwardsAsSurfacesDo() {
        BufferedImage image = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < 128; y++) {
            for (int x = 0; x < 128; x++) {
                image.setRGB(x, y, y < 64 ? 0xffffff : 0x303030);
            }
        }
        Photograph sky = Photograph.of(image);
        assertTrue(sky.at(0.5f, 0.8f, 0) > sky.at(0.5f, 0.2f, 0));
    }

    @Test
    void shouldLeaveOutWhatHasNothingToShow() {
        assertNull(Photograph.of(halves(63, 400)), "too small");
        BufferedImage even = new BufferedImage(128, 128, BufferedImage.TYPE_INT_RGB);
        assertNull(Photograph.of(even), "black");
        for (int i = 0; i < 128 * 128; i++) {
            even.setRGB(i % 128, i / 128, 0x808080);
        }
        assertNull(Photograph.of(even), "even");
    }

    @Test
    void shouldPaperScenesAlikeWithOneSeedAndLeaveShapesAlone() throws IOException {
        write("b.png", 80);
        write("a.png", 200);
        Photographs photographs = Photographs.read(folder);
        assertEquals(2, photographs.size());
        int papered = 0;
        for (long seed = 0; seed < 40; seed++) {
            Scene scene = Scenes.generate(SceneKind.ROOM, seed);
            Scene other = photographs.paper(scene, seed);
            assertEquals(
                    other.primitives(),
                    photographs.paper(scene, seed).primitives(),
                    "seed " + seed);
            assertEquals(scene.primitives().size(), other.primitives().size());
            for (int i = 0; i < scene.primitives().size(); i++) {
                Primitive before = scene.primitives().get(i);
                Primitive after = other.primitives().get(i);
                assertSame(before.shape(), after.shape());
                assertEquals(before.obstacle(), after.obstacle());
                if (before.material().porosity() > 0 || before.material().emission() > 0) {
                    assertEquals(before.material(), after.material());
                }
            }
            papered += scene.primitives().equals(other.primitives()) ? 0 : 1;
        }
        assertTrue(papered > 20 && papered < 37, "papered " + papered + " of 40 scenes");
    }

    @Test
    void shouldLeaveScenesAloneWithoutPhotographs() {
        Scene scene = Scenes.generate(SceneKind.FOREST, 3);
        assertSame(scene, Photographs.none().paper(scene, 1));
        assertEquals("", Photographs.none().digest());
    }

    @Test
    void shouldTellFoldersApartByTheirDigest() throws IOException {
        write("a.png", 80);
        String digest = Photographs.read(folder).digest();
        assertEquals(digest, Photographs.read(folder).digest());
        write("b.png", 200);
        assertNotEquals(digest, Photographs.read(folder).digest());
    }

    @Test
    void shouldRefuseAFolderWithNothingToUseInOneLine() throws IOException {
        Path none = folder.resolve("none");
        assertEquals(
                none
                        + ": got no such folder, wanted one of photographs; fetch some with"
                        + " sim/training/fetch-photographs",
                assertThrows(IOException.class, () -> Photographs.read(none)).getMessage());
        Files.writeString(folder.resolve("torn.jpg"), "no picture");
        ImageIO.write(halves(20, 20), "png", folder.resolve("small.png").toFile());
        String message =
                assertThrows(IOException.class, () -> Photographs.read(folder)).getMessage();
        assertTrue(message.contains("got 2 pictures of which none can be used"), message);
        assertFalse(message.contains("\n"), message);
    }

    private void write(String name, int side) throws IOException {
        ImageIO.write(halves(side, side), "png", folder.resolve(name).toFile());
    }

    /** Dark on the left, bright on the right. */
    private static BufferedImage halves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0x404040 : 0xe0e0e0);
            }
        }
        return image;
    }
}
