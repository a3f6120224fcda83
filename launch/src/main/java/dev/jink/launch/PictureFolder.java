package dev.jink.launch;

import dev.jink.sim.command.UsageException;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;

/** Picture files, one after the other, read by OpenCV. */
final class PictureFolder implements PictureSource {
    private final List<Path> files;
    private int next;
    private Mat picture = new Mat();

    PictureFolder(List<Path> files) {
        this.files = files;
    }

    @Override
    public Picture next() {
        if (next == files.size()) {
            return null;
        }
        Path file = files.get(next++);
        picture.close();
        picture = opencv_imgcodecs.imread(file.toString(), opencv_imgcodecs.IMREAD_ANYCOLOR);
        if (picture.empty()) {
            throw new UsageException(
                    "can't decode "
                            + file
                            + ": wanted an 8-bit grey or colour picture; take it out of the"
                            + " folder");
        }
        String encoding = picture.type() == opencv_core.CV_8UC1 ? "mono8" : "bgr8";
        ByteBuffer pixels = picture.createBuffer();
        return new Picture(
                file.getFileName().toString(), picture.cols(), picture.rows(), encoding, pixels);
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public double rate() {
        return 0;
    }

    @Override
    public void close() {
        picture.close();
    }
}
