package dev.jink.perception.frame;

import dev.jink.perception.deadline.Budget;
import dev.jink.perception.deadline.Deadline;
import dev.jink.perception.deadline.Outcome;
import dev.jink.perception.deadline.OutcomeCounters;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * One place for one frame between the transport's thread and the path's thread; the newest wins,
 * and nothing queues. Three frames rotate: one being filled, one waiting here, one being worked on,
 * so the producer always finds one and neither side ever waits for the other.
 *
 * <pre>
 *   producer: claim ─► fill ─► commit ─► [waiting] ─► take ─► work ─► release :consumer
 *                        └──► abort          └─ a newer commit: superseded, counted, free again
 * </pre>
 *
 * <p>One thread claims, commits and aborts; one thread takes and releases. Nothing allocates.
 */
public final class FrameSlot {
    private static final int FRAMES = 3;

    private final Frame[] frames = new Frame[FRAMES];
    private final AtomicReference<Frame> waiting = new AtomicReference<>();
    private final OutcomeCounters counters;
    private volatile Thread consumer;
    private Frame claimed;
    private long sequence;

    /**
     * @param capacityBytes the largest picture a frame can hold
     * @param counters told of every superseded frame
     */
    public FrameSlot(long capacityBytes, Budget budget, OutcomeCounters counters) {
        for (int i = 0; i < FRAMES; i++) {
            frames[i] = Frame.allocate(capacityBytes, budget);
        }
        this.counters = counters;
    }

    /** The deadlines of all frames, for the guard to watch. */
    public Deadline[] deadlines() {
        Deadline[] deadlines = new Deadline[FRAMES];
        for (int i = 0; i < FRAMES; i++) {
            deadlines[i] = frames[i].deadline();
        }
        return deadlines;
    }

    public long capacityBytes() {
        return frames[0].capacityBytes();
    }

    /** A frame to fill; the same one again until it is committed or aborted. Producer only. */
    public Frame claim() {
        if (claimed == null) {
            claimed = free();
        }
        return claimed;
    }

    /**
     * Hands the claimed, described frame over and starts its deadline. A frame that was still
     * waiting is superseded, unless the guard has answered it already. Producer only.
     *
     * @param stampAgeNanos how old the header stamp was at the frame's arrival
     */
    public void commit(Frame frame, long stampAgeNanos) {
        assert frame == claimed;
        claimed = null;
        frame.number(++sequence);
        frame.deadline().arm(sequence, frame.arrivalNanos(), stampAgeNanos, frame.stampNanos());
        Frame older = waiting.getAndSet(frame);
        if (older != null) {
            if (older.deadline().settle(Outcome.SUPERSEDED)) {
                counters.count(Outcome.SUPERSEDED);
            }
            older.inUse.setRelease(false);
        }
        LockSupport.unpark(consumer);
    }

    /** Gives the claimed frame back unused: the picture turned out to be unfit. Producer only. */
    public void abort(Frame frame) {
        assert frame == claimed;
        claimed = null;
        frame.inUse.setRelease(false);
    }

    /**
     * The newest frame, or null when none came within {@code timeoutNanos}. The frame is the
     * caller's until {@link #release}. Its deadline may have been settled by the guard while it
     * waited. Consumer only.
     */
    public Frame take(long timeoutNanos) {
        Frame frame = waiting.getAndSet(null);
        if (frame == null && timeoutNanos > 0) {
            consumer = Thread.currentThread();
            frame = waiting.getAndSet(null);
            if (frame == null) {
                LockSupport.parkNanos(this, timeoutNanos);
                frame = waiting.getAndSet(null);
            }
        }
        return frame;
    }

    /** Gives a taken frame back. Its outcome must have been decided. Consumer only. */
    public void release(Frame frame) {
        assert !frame.deadline().isOpen();
        frame.inUse.setRelease(false);
    }

    /** Whether no frame waits or is worked on. Any thread; holds until the next commit. */
    public boolean isIdle() {
        for (Frame frame : frames) {
            if (frame.inUse.getAcquire()) {
                return false;
            }
        }
        return true;
    }

    private Frame free() {
        for (Frame frame : frames) {
            if (!frame.inUse.getAcquire()) {
                frame.inUse.setPlain(true);
                return frame;
            }
        }
        throw new IllegalStateException(
                "no free frame: a second thread claims, or a taken frame was never released");
    }
}
