package dev.jink.compiler.runtime;

import dev.jink.compiler.onnx.OnnxException;
import dev.jink.kernels.Shape;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** Pictures in the size that a network takes: of a folder, or seeded noise. u8 {@code [h][w][c]}. */
public final class Pictures {
    private Pictures() {}

    /** Noise of many scales, so that every layer sees edges as well as plain areas. */
    public static List<byte[]> noise(Shape shape, int count, long seed) {
        Random random = new Random(seed);
        List<byte[]> pictures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] pixels = new byte[shape.elements()];
            int block = 1 << random.nextInt(5);
            int wide = (shape.width() + block - 1) / block;
            int high = (shape.height() + block - 1) / block;
            int[] cells = random.ints((long) wide * high * shape.channels(), 0, 256).toArray();
            for (int k = 0; k < pixels.length; k++) {
                int c = k % shape.channels();
                int x = k / shape.channels() % shape.width() / block;
                int y = k / shape.channels() / shape.width() / block;
                int cell = cells[(y * wide + x) * shape.channels() + c];
                pixels[k] = (byte) Math.clamp(cell + random.nextInt(-16, 17), 0, 255);
            }
            pictures.add(pixels);
        }
        return pictures;
    }

    /**
     * Pictures of a folder and those below it, spread evenly over their sorted names: PNG, JPEG,
     * BMP, GIF, PGM, PPM, scaled to the shape.
     *
     * @throws OnnxException when there are none, or one can't be read
     */
    public static List<byte[]> folder(Path folder, Shape shape, int most) {
        if (shape.channels() != 1 && shape.channels() != 3) {
            throw new OnnxException(
                    "pictures: got a network of %d channels, wanted 1 (grey) or 3 (red, green, blue)"
                            .formatted(shape.channels()));
        }
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.filter(Pictures::isPicture).sorted().toList();
        } catch (IOException e) {
            throw new OnnxException(
                    "%s: got %s, wanted a folder of pictures: check the path".formatted(folder, e));
        }
        if (files.isEmpty()) {
            throw new OnnxException(
                    folder
                            + ": got no pictures, wanted png, jpg, bmp, gif, pgm or ppm files in"
                            + " it");
        }
        List<byte[]> pictures = new ArrayList<>();
        int count = Math.min(most, files.size());
        for (int i = 0; i < count; i++) {
            Path file = files.get((int) ((long) i * files.size() / count));
            try {
                pictures.add(pixels(read(file), shape));
            } catch (IOException | RuntimeException e) {
                throw new OnnxException(
                        "%s: got %s, wanted a whole picture: take it out of the folder"
                                .formatted(file, e.getMessage()));
            }
        }
        return pictures;
    }

    private static boolean isPicture(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpe?g|bmp|gif|pgm|ppm)");
    }

    private static BufferedImage read(Path file) throws IOException {
        if (file.toString().toLowerCase(Locale.ROOT).matches(".*\\.p[gp]m")) {
            return Portable.read(Files.readAllBytes(file));
        }
        BufferedImage image = ImageIO.read(file.toFile());
        if (image == null) {
            throw new IOException("no picture of a known kind");
        }
        return image;
    }

    private static byte[] pixels(BufferedImage image, Shape shape) {
        int type =
                shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
        BufferedImage scaled = image;
        if (image.getWidth() != shape.width()
                || image.getHeight() != shape.height()
                || image.getType() != type) {
            scaled = new BufferedImage(shape.width(), shape.height(), type);
            Graphics2D graphics = scaled.createGraphics();
            graphics.setRenderingHint(
                    RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            graphics.drawImage(image, 0, 0, shape.width(), shape.height(), null);
            graphics.dispose();
        }
        byte[] pixels = new byte[shape.elements()];
        for (int i = 0; i < shape.pixels(); i++) {
            int x = i % shape.width();
            int y = i / shape.width();
            for (int c = 0; c < shape.channels(); c++) {
                int value =
                        shape.channels() == 1
                                ? scaled.getRaster().getSample(x, y, 0)
                                : scaled.getRGB(x, y) >> 16 - 8 * c;
                pixels[i * shape.channels() + c] = (byte) value;
            }
        }
        return pixels;
    }
}
