package dev.jink.calibration.board;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * One picture in grey.
 *
 * @param name for messages and reports
 * @param pixels uint8 [height][width]; lent, do not write to it
 */
public record GrayPicture(String name, int width, int height, byte[] pixels) {
    public GrayPicture {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(
                    name
                            + ": got "
                            + pixels.length
                            + " bytes, wanted "
                            + width
                            + "x"
                            + height
                            + " grey pixels");
        }
    }

    /** A fresh picture turned left for right. */
    public GrayPicture mirrored() {
        byte[] turned = new byte[pixels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                turned[y * width + x] = pixels[y * width + width - 1 - x];
            }
        }
        return new GrayPicture(name, width, height, turned);
    }

    /** Grey at a pixel, 0 to 255. */
    public int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /** A fresh Mat with a copy of the pixels; the caller closes it. */
    public Mat mat() {
        Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
        try (BytePointer to = new BytePointer(mat.data())) {
            to.put(pixels, 0, pixels.length);
        }
        return mat;
    }
}
