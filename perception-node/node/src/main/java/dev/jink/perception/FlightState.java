package dev.jink.perception;

import dev.jink.perception.PipelineSettings.HealthSettings;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.control.Heading;
import dev.jink.perception.health.Distrust;

/**
 * What the drone wants and how it moves, handed from the thread that hears of it to the path. Both
 * are copied under a monitor held for a few stores; it costs no heap. Times are on the path's
 * clock, so that nobody's clock but ours decides what is stale.
 */
public final class FlightState implements Heading {
    private final HealthSettings settings;
    private final Command wanted = new Command();
    private final Motion own = new Motion();
    private long wantedNanos;
    private boolean anyWanted;

    public FlightState(HealthSettings settings) {
        this.settings = settings;
    }

    /** The wanted velocity as of {@code nowNanos}: level body frame, m/s and rad/s. */
    public synchronized void want(double vx, double vy, double vz, double yawRate, long nowNanos) {
        wanted.set(vx, vy, vz, yawRate);
        wantedNanos = nowNanos;
        anyWanted = true;
    }

    /** The drone's own motion; its stamp is the time on the path's clock. */
    public synchronized void moved(Motion motion) {
        own.set(motion);
        own.known = true;
    }

    /** Forgets both, as before the first message. */
    public synchronized void clear() {
        anyWanted = false;
        own.clear();
    }

    /** The yaw of the drone's own motion while that is not too old, whether required or not. */
    @Override
    public synchronized double yawEnu(long nowNanos) {
        return own.known && nowNanos - own.stampNanos <= settings.odometryNanos()
                ? own.yaw
                : Double.NaN;
    }

    /**
     * Reads both as they hold at {@code nowNanos}: a wish that is missing or too old is to stand, a
     * motion that is too old is not known.
     *
     * @return {@link Distrust#STALE_ODOMETRY} when the motion is needed and not known
     */
    public synchronized Distrust read(long nowNanos, Command wantedOut, Motion ownOut) {
        if (anyWanted && nowNanos - wantedNanos <= settings.wantedNanos()) {
            wantedOut.set(wanted);
        } else {
            wantedOut.set(0, 0, 0, 0);
        }
        ownOut.set(own);
        ownOut.known = own.known && nowNanos - own.stampNanos <= settings.odometryNanos();
        return settings.requireOdometry() && !ownOut.known
                ? Distrust.STALE_ODOMETRY
                : Distrust.NONE;
    }
}
