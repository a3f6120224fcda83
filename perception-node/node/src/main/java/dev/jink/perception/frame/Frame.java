package dev.jink.perception.frame;

import dev.jink.perception.deadline.Budget;
import dev.jink.perception.deadline.Deadline;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One camera picture in preallocated memory outside the heap, with what its header said and the
 * deadline it was born with. A frame is reused for ever; it belongs to one thread at a time, the
 * {@link FrameSlot} hands it over.
 */
public final class Frame {
    private static final long ALIGNMENT = 64;

    private final MemorySegment pixels;
    private final Deadline deadline;

    /**
     * True while a thread other than the claiming one may own this frame. Only the slot writes it.
     */
    final AtomicBoolean inUse = new AtomicBoolean();

    private int width;
    private int height;
    private int step;
    private Encoding encoding = Encoding.MONO8;
    private long stampNanos;
    private long arrivalNanos;
    private long sequence;
    private String frameId = "";

    private Frame(MemorySegment pixels, Budget budget) {
        this.pixels = pixels;
        this.deadline = new Deadline(budget);
    }

    /**
     * A frame that can hold {@code capacityBytes} of pixels, at an address that is a multiple of
     * 64. The memory lives as long as the frame does.
     */
    public static Frame allocate(long capacityBytes, Budget budget) {
        if (capacityBytes <= 0) {
            throw new IllegalArgumentException(
                    "frame capacity: got " + capacityBytes + " bytes, wanted more than 0");
        }
        return new Frame(Arena.ofAuto().allocate(capacityBytes, ALIGNMENT), budget);
    }

    /** A frame for use without a deadline's guard: pictures from files, simulated cameras. */
    public static Frame allocate(long capacityBytes) {
        return allocate(capacityBytes, Budget.ofMillis(50, 10));
    }

    /**
     * States what the pixels are. The caller has checked that they fit: see {@link FrameChecks}.
     *
     * @param step bytes from one row to the next
     * @param stampNanos the header stamp as sent
     * @param arrivalNanos when the transport handed the picture over, on the path's clock
     */
    public void describe(
            int width,
            int height,
            int step,
            Encoding encoding,
            long stampNanos,
            long arrivalNanos,
            String frameId) {
        assert (long) step * (height - 1) + (long) width * encoding.bytesPerPixel()
                <= pixels.byteSize();
        this.width = width;
        this.height = height;
        this.step = step;
        this.encoding = encoding;
        this.stampNanos = stampNanos;
        this.arrivalNanos = arrivalNanos;
        this.frameId = frameId;
    }

    /** Row-major pixels, fixed address and capacity; bytes past {@link #bytes()} mean nothing. */
    public MemorySegment pixels() {
        return pixels;
    }

    public long capacityBytes() {
        return pixels.byteSize();
    }

    /** Bytes of the current picture: step × height. */
    public long bytes() {
        return (long) step * height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Bytes from one row to the next. */
    public int step() {
        return step;
    }

    public Encoding encoding() {
        return encoding;
    }

    /** The header stamp, nanoseconds since the sender's epoch. */
    public long stampNanos() {
        return stampNanos;
    }

    /** When the transport handed the picture over, on the path's clock. */
    public long arrivalNanos() {
        return arrivalNanos;
    }

    /** Counts frames from 1 in the order of their arrival. */
    public long sequence() {
        return sequence;
    }

    /** The header's frame_id, as sent. */
    public String frameId() {
        return frameId;
    }

    public Deadline deadline() {
        return deadline;
    }

    void number(long sequence) {
        this.sequence = sequence;
    }
}
