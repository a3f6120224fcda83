package dev.jink.launch.ros;

import dev.jink.launch.bag.BagMessage;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;
import dev.jink.sim.command.UsageException;

import geometry_msgs.msg.TwistStamped;

import nav_msgs.msg.Odometry;

import sensor_msgs.msg.CameraInfo;
import sensor_msgs.msg.CompressedImage;
import sensor_msgs.msg.Image;

import java.lang.foreign.MemorySegment;

/** Between recorded payloads and messages. Pure. */
final class Payloads {
    private Payloads() {}

    static Image image(BagMessage message) {
        Image image = new Image();
        ((OffHeapBytes) image.getData()).reserve(message.payload().length);
        return read(message, image);
    }

    static CompressedImage compressed(BagMessage message) {
        CompressedImage image = new CompressedImage();
        ((OffHeapBytes) image.getData()).reserve(message.payload().length);
        return read(message, image);
    }

    static CameraInfo info(BagMessage message) {
        return read(message, new CameraInfo());
    }

    static Odometry odometry(BagMessage message) {
        return read(message, new Odometry());
    }

    static TwistStamped twist(BagMessage message) {
        return read(message, new TwistStamped());
    }

    private static <T extends WireMessage> T read(BagMessage message, T into) {
        byte[] payload = message.payload();
        CdrReader in = new CdrReader().over(MemorySegment.ofArray(payload), payload.length);
        into.decode(in);
        if (in.refusal() != null) {
            throw new UsageException(
                    "bag: a message on %s at %d ns: got %s; wanted a %s; record it again"
                            .formatted(
                                    message.topic().name(),
                                    message.nanos(),
                                    in.refusal(),
                                    message.topic().type()));
        }
        return into;
    }

    /** CDR with its encapsulation header. */
    static byte[] write(WireMessage message) {
        CdrWriter sizing = new CdrWriter(MemorySegment.NULL);
        message.encode(sizing);
        byte[] payload = new byte[Math.toIntExact(sizing.lengthBytes())];
        message.encode(new CdrWriter(MemorySegment.ofArray(payload)));
        return payload;
    }
}
