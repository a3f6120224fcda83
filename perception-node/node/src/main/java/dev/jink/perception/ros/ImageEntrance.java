package dev.jink.perception.ros;

import dev.jink.perception.Door;
import dev.jink.perception.Entrance;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.latency.AllocationMeter;

import sensor_msgs.msg.Image;

import java.lang.foreign.MemorySegment;

/** Made-up frames as image messages through the image adapter. Embedded transport only. */
final class ImageEntrance implements Entrance {
    private final NanoClock clock;
    private final StampClock stamps;
    private final AllocationMeter meter = new AllocationMeter();
    private final ImageAdapter adapter;
    private final Image image = new Image();
    private MemorySegment shown;

    private ImageEntrance(Door door, NanoClock clock, StampClock stamps) {
        this.clock = clock;
        this.stamps = stamps;
        adapter = new ImageAdapter(door, clock, stamps, meter);
        image.getHeader().setFrameId("camera");
    }

    /** The way images take, or straight to the door where a message can't be laid over memory. */
    static Entrance of(Door door, NanoClock clock, StampClock stamps) {
        return EmbeddedTransport.isPresent()
                ? new ImageEntrance(door, clock, stamps)
                : Entrance.direct(door, clock);
    }

    @Override
    public void show(
            int width, int height, int step, String encoding, MemorySegment pixels, long ageNanos) {
        if (shown != pixels) {
            shown = pixels;
            EmbeddedTransport.lay(image, pixels);
        }
        image.setWidth(width).setHeight(height).setStep(step).setEncoding(encoding);
        Stamps.set(image.getHeader().getStamp(), stamps.nanosAt(clock.nanos()) - ageNanos);
        adapter.accept(image);
    }

    @Override
    public long allocatedBytes() {
        return meter.totalBytes();
    }
}
