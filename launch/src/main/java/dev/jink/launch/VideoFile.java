package dev.jink.launch;

import dev.jink.sim.command.UsageException;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** A video file or a camera of this machine, decoded to bgr8 by FFmpeg. */
final class VideoFile implements PictureSource {
    private final FFmpegFrameGrabber grabber;
    private ByteBuffer packed = ByteBuffer.allocateDirect(0);
    private int number;

    private VideoFile(FFmpegFrameGrabber grabber) {
        this.grabber = grabber;
    }

    static VideoFile open(Path path) throws IOException {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(path.toFile());
        grabber.setPixelFormat(avutil.AV_PIX_FMT_BGR24);
        try {
            grabber.start();
        } catch (FFmpegFrameGrabber.Exception e) {
            throw new UsageException(
                    "can't play "
                            + path
                            + ": wanted a video that FFmpeg decodes, or a folder of pictures");
        }
        if (grabber.getImageWidth() <= 0) {
            throw new UsageException("no video stream in " + path + ": wanted one to replay");
        }
        return new VideoFile(grabber);
    }

    /**
     * A camera of this machine, by Video4Linux.
     *
     * @throws UsageException in one line, when there is none, or it can't do that
     */
    static VideoFile device(Path device, int width, int height, double hz) {
        avutil.av_log_set_level(avutil.AV_LOG_FATAL);
        FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(device.toString());
        grabber.setFormat("v4l2");
        grabber.setImageWidth(width);
        grabber.setImageHeight(height);
        grabber.setFrameRate(hz);
        grabber.setPixelFormat(avutil.AV_PIX_FMT_BGR24);
        try {
            grabber.start();
        } catch (FFmpegFrameGrabber.Exception e) {
            throw new UsageException(
                    "can't open %s at %dx%d, %.3g Hz: wanted a camera that does that; v4l2-ctl --list-formats-ext tells"
                            .formatted(device, width, height, hz));
        }
        return new VideoFile(grabber);
    }

    @Override
    public Picture next() throws IOException {
        Frame frame = grabber.grabImage();
        if (frame == null) {
            return null;
        }
        return new Picture(
                "frame " + number++, frame.imageWidth, frame.imageHeight, "bgr8", packRows(frame));
    }

    /** FFmpeg pads rows to its own stride; a ROS image is easiest to check without. */
    private ByteBuffer packRows(Frame frame) {
        int row = frame.imageWidth * 3;
        int size = row * frame.imageHeight;
        if (packed.capacity() != size) {
            packed = ByteBuffer.allocateDirect(size);
        }
        ByteBuffer padded = (ByteBuffer) frame.image[0];
        for (int y = 0; y < frame.imageHeight; y++) {
            packed.put(y * row, padded, y * frame.imageStride, row);
        }
        return packed;
    }

    @Override
    public int count() {
        int frames = grabber.getLengthInVideoFrames();
        return frames > 0 ? frames : -1;
    }

    @Override
    public double rate() {
        return grabber.getVideoFrameRate();
    }

    @Override
    public void close() throws IOException {
        grabber.close();
    }
}
