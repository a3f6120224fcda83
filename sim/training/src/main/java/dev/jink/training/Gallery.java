package dev.jink.training;

import dev.jink.perception.sight.ObstacleGrid;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import javax.imageio.ImageIO;

/**
 * Some of the pictures that were judged, for the report: input, range grid, truth, error. Keeps
 * every n-th so that no more than a given number stay; not thread-safe.
 */
final class Gallery {
    private static final int GAP = 4;
    private static final int WIDTH = VirtualPicture.WIDTH;
    private static final int HEIGHT = VirtualPicture.HEIGHT;
    private static final int UNKNOWN = 0x555555;
    private static final int CLEAR = 0x101840;

    private final String title;
    private final int step;
    private final int most;
    private final List<String> pieces = new ArrayList<>();
    private int seen;

    /**
     * @param expected how many pictures there will be
     * @param most how many are kept, evenly spread
     */
    Gallery(String title, int expected, int most) {
        this.title = title;
        this.most = most;
        step = Math.max(1, (expected + most - 1) / Math.max(1, most));
    }

    /** Keeps nothing. */
    static Gallery none() {
        return new Gallery("", 1, 0);
    }

    /**
     * Shows a picture, if it is its turn.
     *
     * @param picture u8 [120][160] as the network got it
     * @param logits float [15][20][16]
     * @param truthM float [15][20]: NaN not known, +infinity clear; null when there is none
     */
    void add(String words, byte[] picture, float[] logits, float[] truthM) {
        if (seen++ % step != 0 || pieces.size() >= most) {
            return;
        }
        ObstacleGrid grid = Ordinal.grid(logits);
        grid.decode(MemorySegment.ofArray(logits));
        float[] decodedM = new float[VirtualPicture.CELLS];
        for (int cell = 0; cell < decodedM.length; cell++) {
            decodedM[cell] = grid.rangeM(cell);
        }
        int panels = truthM == null ? 2 : 4;
        BufferedImage strip =
                new BufferedImage(panels * (WIDTH + GAP) - GAP, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int cell = y / 8 * VirtualPicture.COLUMNS + x / 8;
                int grey = picture[y * WIDTH + x] & 0xff;
                strip.setRGB(x, y, grey * 0x010101);
                strip.setRGB(WIDTH + GAP + x, y, rangeColour(decodedM[cell]));
                if (truthM != null) {
                    strip.setRGB(2 * (WIDTH + GAP) + x, y, rangeColour(truthM[cell]));
                    int colour = errorColour(decodedM[cell], truthM[cell]);
                    strip.setRGB(3 * (WIDTH + GAP) + x, y, colour);
                }
            }
        }
        pieces.add(
                ("<figure><img alt=\"\" src=\"data:image/png;base64,%s\">"
                                + "<figcaption>%s</figcaption></figure>")
                        .formatted(png(strip), Html.escape(words)));
    }

    /** The gallery as a section of a page; empty when nothing was kept. */
    String html() {
        return pieces.isEmpty()
                ? ""
                : "<h2>%s</h2>\n<div class=\"gallery\">%s</div>\n"
                        .formatted(Html.escape(title), String.join("\n", pieces));
    }

    /** Red at arm's length over yellow to blue at 12 m; dark where clear, grey where not known. */
    static int rangeColour(float rangeM) {
        if (Float.isNaN(rangeM)) {
            return UNKNOWN;
        }
        if (rangeM >= 12) {
            return CLEAR;
        }
        double far = Math.clamp(Math.log(rangeM / 0.5) / Math.log(12 / 0.5), 0, 1);
        return java.awt.Color.HSBtoRGB((float) (0.64 * far), 0.9f, 1f) & 0xffffff;
    }

    /** Red: too far, the dangerous one. Blue: too near. Black: right. By the ratio of the ranges. */
    private static int errorColour(float decodedM, float truthM) {
        if (Float.isNaN(truthM)) {
            return UNKNOWN;
        }
        double octaves = Math.log(Math.min(decodedM, 16) / Math.min(truthM, 16)) / Math.log(2);
        int shade = (int) Math.min(255, 110 * Math.abs(octaves));
        return octaves > 0 ? shade << 16 | shade / 4 << 8 : shade | shade / 3 << 8;
    }

    private static String png(BufferedImage image) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new IllegalStateException("memory can be written to", impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
