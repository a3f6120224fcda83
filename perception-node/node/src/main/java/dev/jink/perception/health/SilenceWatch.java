package dev.jink.perception.health;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.Watch;

/**
 * Something that was to come does not come: brake, and go on braking. A controller that holds the
 * last command would otherwise fly it for ever. One watches for frames, one for the path that is to
 * answer them. Runs on the guard's thread; {@link #heard} is called from the frames' thread.
 *
 * <p>Before the first frame nothing is published: a node that was started before its camera must
 * not take over.
 */
public final class SilenceWatch implements Watch {
    private final long silenceNanos;
    private final long repeatNanos;
    private final ControllerLink link;
    private final Caution caution;
    private final Command brake = new Command();
    private volatile long heardNanos;
    private volatile boolean any;
    private volatile boolean silent;
    private volatile long brakes;
    private long nextNanos;

    /**
     * @param silenceNanos how long no frame may come
     * @param repeatNanos between brake commands while silence lasts
     */
    public SilenceWatch(long silenceNanos, long repeatNanos, ControllerLink link, Caution caution) {
        this.silenceNanos = silenceNanos;
        this.repeatNanos = repeatNanos;
        this.link = link;
        this.caution = caution;
    }

    /** It came, fit or not; from now on the next is waited for. */
    public void heard(long nowNanos) {
        heardNanos = nowNanos;
        any = true;
    }

    /** Nothing is waited for until the next {@link #heard}. Any thread. */
    public void rest() {
        any = false;
    }

    /** What came so far was the last: brakes with the next look. Any thread. */
    public void fallSilent(long nowNanos) {
        heard(nowNanos - silenceNanos);
    }

    /** Whether something is waited for. */
    public boolean isWaiting() {
        return any;
    }

    /** Waits for a first frame again. */
    public void reset() {
        any = false;
        silent = false;
        brakes = 0;
    }

    /** Whether the node brakes because nothing comes. */
    public boolean isSilent() {
        return silent;
    }

    /** Nanoseconds since the last frame; 0 when none has come yet. */
    public long ageNanos(long nowNanos) {
        return any ? nowNanos - heardNanos : 0;
    }

    /** Brake commands published because nothing came. */
    public long brakes() {
        return brakes;
    }

    @Override
    public long poll(long nowNanos) {
        if (!any) {
            silent = false;
            return silenceNanos;
        }
        long left = heardNanos + silenceNanos - nowNanos;
        if (left > 0) {
            silent = false;
            return left;
        }
        if (!silent) {
            silent = true;
            nextNanos = nowNanos;
        }
        long wait = nextNanos - nowNanos;
        if (wait > 0) {
            return wait;
        }
        brake.brake(Reason.BRAKE);
        caution.forget();
        link.send(brake);
        count();
        nextNanos = nowNanos + repeatNanos;
        return repeatNanos;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer, the guard's thread
    private void count() {
        brakes = brakes + 1;
    }
}
