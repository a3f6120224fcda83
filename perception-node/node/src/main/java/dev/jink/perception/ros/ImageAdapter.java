package dev.jink.perception.ros;

import dev.jink.perception.Door;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;
import dev.jink.perception.latency.AllocationMeter;

import org.ros2.rcljava.consumers.Consumer;

import sensor_msgs.msg.Image;

/** From a sensor_msgs/Image to a frame at the door: one bulk copy, no allocation. */
final class ImageAdapter implements Consumer<Image> {
    private static final Sequence<Image> DATA = Sequence.of(Image.class, "getData");

    private final Door door;
    private final NanoClock clock;
    private final StampClock stamps;
    private final AllocationMeter meter;

    /**
     * @param meter measures what handing over allocates, on the spinning thread
     */
    ImageAdapter(Door door, NanoClock clock, StampClock stamps, AllocationMeter meter) {
        this.door = door;
        this.clock = clock;
        this.stamps = stamps;
        this.meter = meter;
    }

    @Override
    public void accept(Image image) {
        meter.begin();
        long arrivalNanos = clock.nanos();
        Object data = DATA.in(image);
        Header header = door.header();
        header.width = Integer.toUnsignedLong(image.getWidth());
        header.height = Integer.toUnsignedLong(image.getHeight());
        header.step = Integer.toUnsignedLong(image.getStep());
        header.dataBytes = Pixels.size(data);
        header.encoding = image.getEncoding();
        header.frameId = image.getHeader().getFrameId();
        header.stampNanos = Stamps.nanos(image.getHeader().getStamp());
        Frame frame = door.admit(arrivalNanos, stamps.nanosAt(arrivalNanos));
        if (frame != null) {
            Pixels.copy(data, frame.pixels(), frame.bytes());
            door.commit(frame);
        }
        meter.end();
        door.reportRefusal();
    }
}
