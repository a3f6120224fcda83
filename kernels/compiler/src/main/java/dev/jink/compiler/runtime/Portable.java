package dev.jink.compiler.runtime;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Binary PGM and PPM of 8 bits, which the JDK does not read. */
final class Portable {
    private static final int MOST_PIXELS = 1 << 26;

    private final byte[] bytes;
    private int at = 2;

    private Portable(byte[] bytes) {
        this.bytes = bytes;
    }

    static BufferedImage read(byte[] bytes) throws IOException {
        if (bytes.length < 3 || bytes[0] != 'P' || bytes[1] != '5' && bytes[1] != '6') {
            throw new IOException("no binary PGM or PPM");
        }
        Portable file = new Portable(bytes);
        int width = file.number();
        int height = file.number();
        int top = file.number();
        int channels = bytes[1] == '5' ? 1 : 3;
        file.at++;
        if (width < 1
                || height < 1
                || top != 255
                || (long) width * height > MOST_PIXELS
                || bytes.length - file.at < (long) width * height * channels) {
            throw new IOException(
                    "a %dx%d picture up to %d of %d bytes"
                            .formatted(width, height, top, bytes.length));
        }
        BufferedImage image =
                new BufferedImage(
                        width,
                        height,
                        channels == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            for (int c = 0; c < channels; c++) {
                int value = bytes[file.at + i * channels + c] & 0xFF;
                image.getRaster().setSample(i % width, i / width, c, value);
            }
        }
        return image;
    }

    private int number() throws IOException {
        while (at < bytes.length && (Character.isWhitespace(bytes[at]) || bytes[at] == '#')) {
            if (bytes[at] == '#') {
                while (at < bytes.length && bytes[at] != '\n') {
                    at++;
                }
            } else {
                at++;
            }
        }
        int value = 0;
        int from = at;
        while (at < bytes.length && Character.isDigit(bytes[at]) && at - from < 9) {
            value = value * 10 + bytes[at++] - '0';
        }
        if (at == from) {
            throw new IOException("a damaged head");
        }
        return value;
    }
}
