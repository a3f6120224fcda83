package dev.jink.perception.ros;

import dev.jink.calibration.OpenCv;
import dev.jink.perception.Door;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.FrameLimits;
import dev.jink.perception.frame.Header;
import dev.jink.perception.frame.Refusal;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.ros2.rcljava.consumers.Consumer;

import sensor_msgs.msg.CompressedImage;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * From a sensor_msgs/CompressedImage to a frame at the door: jpeg or png, decoded to grey, which is
 * all the network sees. OpenCV's decoder allocates natively for every picture, and the Java side of
 * the call makes some small objects: the promise of no allocation begins behind this adapter.
 *
 * <p>The size is the decoder's; a picture larger than the limits is refused like any other.
 */
final class CompressedImageAdapter implements Consumer<CompressedImage> {
    private static final Sequence<CompressedImage> DATA =
            Sequence.of(CompressedImage.class, "getData");

    private final Door door;
    private final NanoClock clock;
    private final StampClock stamps;
    private final MemorySegment file;
    private final Mat decoded = new Mat();

    CompressedImageAdapter(Door door, FrameLimits limits, NanoClock clock, StampClock stamps) {
        OpenCv.startCodecs();
        this.door = door;
        this.clock = clock;
        this.stamps = stamps;
        // A compressed picture is smaller than the largest raw one, or it is not worth sending.
        this.file = Arena.ofAuto().allocate(limits.capacityBytes(), 64);
    }

    @Override
    public void accept(CompressedImage image) {
        long arrivalNanos = clock.nanos();
        Object data = DATA.in(image);
        Header header = door.header();
        header.dataBytes = Pixels.size(data);
        header.frameId = image.getHeader().getFrameId();
        header.stampNanos = Stamps.nanos(image.getHeader().getStamp());
        header.encoding = "mono8";
        if (!decode(data, header.dataBytes)) {
            door.refuseUnread(Refusal.UNDECODABLE, arrivalNanos);
            door.reportRefusal();
            return;
        }
        header.width = decoded.cols();
        header.height = decoded.rows();
        header.step = decoded.step();
        header.dataBytes = header.step * header.height;
        Frame frame = door.admit(arrivalNanos, stamps.nanosAt(arrivalNanos));
        if (frame != null) {
            MemorySegment.copy(
                    Memory.of(decoded.data(), frame.bytes()), 0, frame.pixels(), 0, frame.bytes());
            door.commit(frame);
        }
        door.reportRefusal();
    }

    private boolean decode(Object data, long bytes) {
        if (bytes <= 0 || bytes > file.byteSize()) {
            return false;
        }
        Pixels.copy(data, file, bytes);
        // When it fails, the decoder leaves the last picture where it was: it must not pass for
        // new.
        decoded.release();
        try (BytePointer pointer = Memory.pointer(file);
                Mat buffer = new Mat(1, (int) bytes, opencv_core.CV_8UC1, pointer)) {
            opencv_imgcodecs.imdecode(buffer, opencv_imgcodecs.IMREAD_GRAYSCALE, decoded);
        } catch (RuntimeException e) {
            // OpenCV throws on headers that promise absurd sizes.
            return false;
        }
        return !decoded.empty();
    }

    /** Between JavaCPP's pointers and segments. */
    private static final class Memory {
        @SuppressWarnings("restricted") // the pointer's owner is alive for the copy that follows
        static MemorySegment of(Pointer pointer, long bytes) {
            return MemorySegment.ofAddress(pointer.address()).reinterpret(bytes);
        }

        static BytePointer pointer(MemorySegment segment) {
            return new Address(segment.address());
        }

        /** A pointer to memory it does not own. */
        private static final class Address extends BytePointer {
            Address(long at) {
                address = at;
            }
        }
    }
}
