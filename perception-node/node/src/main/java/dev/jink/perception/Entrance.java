package dev.jink.perception;

import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Frame;
import dev.jink.perception.frame.Header;

import java.lang.foreign.MemorySegment;

/** How made-up frames come to a door while warming up: the way real ones will come. */
public interface Entrance {
    /**
     * Brings one picture to the door.
     *
     * @param step bytes from one row to the next
     * @param encoding the ROS name
     * @param pixels off-heap, step × height bytes or more; not kept
     * @param ageNanos how old its stamp is to be
     */
    void show(
            int width, int height, int step, String encoding, MemorySegment pixels, long ageNanos);

    /**
     * Heap bytes that bringing pictures in has cost so far; warming up ends when they stand still.
     */
    default long allocatedBytes() {
        return 0;
    }

    /** Straight to the door, without a transport. */
    static Entrance direct(Door door, NanoClock clock) {
        return (width, height, step, encoding, pixels, ageNanos) -> {
            long now = clock.nanos();
            Header header = door.header();
            header.width = width;
            header.height = height;
            header.step = step;
            header.dataBytes = pixels.byteSize();
            header.encoding = encoding;
            header.frameId = "camera";
            header.stampNanos = now - ageNanos;
            Frame frame = door.admit(now, now);
            if (frame != null) {
                MemorySegment.copy(pixels, 0, frame.pixels(), 0, frame.bytes());
                door.commit(frame);
            }
        };
    }
}
