package dev.jink.perception.health;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;

/**
 * What to fly when there is nothing to decide by: the last good command, fading to a stop. Right
 * after the last good decision the drone keeps most of its speed, {@code rampNanos} later it
 * stands:
 *
 * <pre>
 *   v(t) = v_last · max(0, 1 − (t − t_last) / ramp)         yaw rate likewise
 * </pre>
 *
 * The path's thread notes good decisions, path and guard read them. A monitor held for a few copies
 * guards the four numbers; it costs no heap.
 */
public final class Caution {
    private final long rampNanos;
    private final Command last = new Command();
    private long lastNanos;
    private boolean any;

    public Caution(long rampNanos) {
        this.rampNanos = rampNanos;
    }

    /** A command came from a trusted picture. */
    public synchronized void noteGood(Command command, long nowNanos) {
        last.set(command);
        lastNanos = nowNanos;
        any = true;
    }

    /** The brake went out: from here on the cautious command is to stand. */
    public synchronized void forget() {
        any = false;
    }

    /** Writes the cautious command of this moment into {@code out}; its stamp stays. */
    public synchronized void command(long nowNanos, Command out) {
        double left = any ? 1 - (double) (nowNanos - lastNanos) / rampNanos : 0;
        if (left <= 0) {
            out.brake(Reason.UNKNOWN);
            return;
        }
        double share = Math.min(1, left);
        out.set(
                last.vx * share,
                last.vy * share,
                last.vz * share,
                last.yawRate * share,
                Reason.UNKNOWN);
    }
}
