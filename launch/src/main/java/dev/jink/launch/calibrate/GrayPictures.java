package dev.jink.launch.calibrate;

import dev.jink.calibration.GrayConversion;
import dev.jink.calibration.board.GrayPicture;
import dev.jink.launch.PictureSource;
import dev.jink.launch.PictureSource.Picture;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;

/** Recorded pictures in grey, in order. Not thread-safe. */
final class GrayPictures implements AutoCloseable {
    private final PictureSource source;
    private GrayConversion conversion;

    GrayPictures(Path path) throws IOException {
        source = PictureSource.open(path);
    }

    /** The next picture, or null at the end. */
    GrayPicture next() throws IOException {
        Picture picture = source.next();
        if (picture == null) {
            return null;
        }
        int width = picture.width();
        int height = picture.height();
        if (conversion == null || !conversion.fits(picture.encoding(), width, height)) {
            if (conversion != null) {
                conversion.close();
            }
            conversion = GrayConversion.of(picture.encoding(), width, height);
        }
        MemorySegment pixels = MemorySegment.ofBuffer(picture.pixels().duplicate().clear());
        MemorySegment gray = conversion.run(pixels, pixels.byteSize() / height);
        byte[] copy = new byte[width * height];
        for (int y = 0; y < height; y++) {
            MemorySegment.copy(
                    gray, ValueLayout.JAVA_BYTE, y * conversion.grayStep(), copy, y * width, width);
        }
        return new GrayPicture(picture.name(), width, height, copy);
    }

    /** Recorded pictures per second; 0 when the recording doesn't say. */
    double rate() {
        return source.rate();
    }

    @Override
    public void close() throws IOException {
        if (conversion != null) {
            conversion.close();
        }
        source.close();
    }
}
