package dev.jink.perception;

import dev.jink.calibration.CameraModel;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.deadline.NanoClock;
import dev.jink.perception.frame.Refusal;
import dev.jink.perception.latency.Settling;

import java.util.Locale;
import java.util.function.Function;

/**
 * Gets the compiled code ready before frame one, in two acts; the gate is closed meanwhile, nothing
 * leaves.
 *
 * <ol>
 *   <li>Some more frames than the optimising compiler wants calls, through a miniature of the whole path. The optimising compiler counts
 *       calls, and when it takes up a class for the first time it creates all text constants of
 *       that class, on the thread that happened to ask: heap that a flight must not pay for. A call
 *       of the miniature counts as much as a real one. All on one thread, for changing threads
 *       would take the most time.
 *   <li>Frames of real size through the real path until the times no longer fall and nothing has
 *       been allocated for a while: for the loops, and for what the compiler still had in its
 *       queue.
 * </ol>
 *
 * The frames go every way that a flight's usual ones go. The optimising compiler leaves out what it
 * never saw; one such way at the first real frame, and the whole path is thrown away and compiled
 * anew: a third of a second of processor time.
 */
public final class WarmUp {
    // HotSpot asks for a method's best code after so many calls with a profile, which takes a
    // twentieth of that many before it begins, and looks only now and then. The second act's frames
    // count too: 1.7 times as many in all.
    private static final double CALLS_OVER = 1.4;
    private static final int LEAST_FRAMES = 150;
    private static final int CALM_FRAMES = 100;
    private static final double MINIATURE_SHARE = 0.7;

    private final Perception perception;
    private final NanoClock clock;
    private final CameraModel camera;
    private final ControllerLink rehearsalLink;
    private final Function<Door, Entrance> entrances;
    private final int miniatureFrames = (int) (CALLS_OVER * CompilerThreshold.calls());

    /**
     * @param camera whose frames to make up: the real one where it is known already
     * @param rehearsalLink where commands go; as like the real link as can be
     * @param entrances how frames come to a door; as like the real way as can be
     */
    public WarmUp(
            Perception perception,
            NanoClock clock,
            CameraModel camera,
            ControllerLink rehearsalLink,
            Function<Door, Entrance> entrances) {
        this.perception = perception;
        this.clock = clock;
        this.camera = camera;
        this.rehearsalLink = rehearsalLink;
        this.entrances = entrances;
    }

    /**
     * A camera to warm up with while the real one has not been heard of. Like most it does not reach
     * all that a network looks at.
     */
    public static CameraModel anyCamera() {
        return CameraModel.pinhole(640, 480, 420, 420, 319.5, 239.5);
    }

    /**
     * Warms up, on the thread that frames will arrive on. Afterwards the perception looks through
     * no calibration.
     *
     * @param mostNanos when to stop although times still fall
     */
    public Report run(long mostNanos) {
        long startNanos = clock.nanos();
        int small = playMiniature(startNanos + (long) (mostNanos * MINIATURE_SHARE));
        perception.look(Eye.of(camera, perception.settings().mount(), perception.detector()));
        Entrance entrance = entrances.apply(perception.door());
        Rehearsal rehearsal = new Rehearsal(perception, entrance, clock, camera);
        Settling settling = new Settling(LEAST_FRAMES);
        long bytes = 0;
        int calm = 0;
        boolean settled = false;
        while (!settled && clock.nanos() - startNanos < mostNanos) {
            settling.add(rehearsal.play(settling.frames()));
            long bytesNow = perception.allocation().totalBytes() + entrance.allocatedBytes();
            calm = bytesNow == bytes ? calm + 1 : 0;
            bytes = bytesNow;
            settled = settling.isSettled() && calm >= CALM_FRAMES;
        }
        perception.blind(Refusal.NO_CAMERA_INFO);
        return new Report(
                small,
                settling.frames(),
                settling.lastMedianNanos(),
                clock.nanos() - startNanos,
                settled && small == miniatureFrames);
    }

    private int playMiniature(long untilNanos) {
        CameraModel tiny = CameraModel.pinhole(64, 48, 42, 42, 31.5, 23.5);
        try (Perception miniature =
                new Perception(
                        perception.settings(),
                        Miniature.of(perception.detector()),
                        Links.of(rehearsalLink, rehearsalLink),
                        clock,
                        perception.sequel(),
                        perception.faultReport())) {
            miniature.look(Eye.of(tiny, perception.settings().mount(), miniature.detector()));
            Entrance entrance = entrances.apply(miniature.door());
            Rehearsal rehearsal = new Rehearsal(miniature, entrance, clock, tiny);
            int i = 0;
            while (i < miniatureFrames && clock.nanos() < untilNanos) {
                rehearsal.play(i++);
            }
            return i;
        }
    }

    /**
     * How the warm-up went.
     *
     * @param miniatureFrames frames of the first act
     * @param frames of the second
     * @param medianNanos of the last frames, from arrival to answer as seen by the feeding thread;
     *     {@link Long#MAX_VALUE} when there were too few to tell
     * @param tookNanos in all
     * @param settled whether both acts came to their end before the time was up
     */
    public record Report(
            int miniatureFrames, int frames, long medianNanos, long tookNanos, boolean settled) {
        /** One line for the log. */
        public String words() {
            String last =
                    medianNanos == Long.MAX_VALUE
                            ? "too few to time"
                            : String.format(
                                    Locale.ROOT, "the last took %.1f ms", medianNanos / 1e6);
            return String.format(
                    Locale.ROOT,
                    "warmed up with %d small and %d full frames in %.1f s, %s%s",
                    miniatureFrames,
                    frames,
                    tookNanos / 1e9,
                    last,
                    settled ? "" : "; the compiled code has not settled");
        }
    }
}
