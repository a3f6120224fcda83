package dev.jink.perception.health;

import dev.jink.perception.avoid.Reason;
import dev.jink.perception.frame.Refusal;

import java.util.Locale;

/**
 * How the node is, in one word and one line a pilot understands. The worst that holds is said.
 *
 * @param level how bad it is
 * @param word for the state topic
 * @param why for people; of a healthy node its rate
 */
public record Verdict(Level level, String word, String why) {
    /** Below this many pictures a second the pilot is warned. */
    public static final double LEAST_RATE_HZ = 10;

    // The DDS library's own threads may end a process that is a day old: see SAFETY.md.
    private static final long OLD_HOURS = 20;

    private static final double STANDING = 0.05;

    /** In the order of diagnostic_msgs. */
    public enum Level {
        OK,
        WARN,
        ERROR
    }

    /**
     * What there is to judge by.
     *
     * @param frames since activation
     * @param rateHz frames a second, lately
     * @param misses missed deadlines, lately
     * @param braked frames the guard braked for, lately
     * @param silent whether it brakes because no frames come
     * @param stalled whether it brakes because the path answers no frame
     * @param guarded whether the guard shows its sign of life
     * @param refusal why the last frame was refused; null = it was not
     * @param distrust why the last picture was not believed
     * @param reason of the last command
     * @param speed of the last command, m/s
     * @param settled whether the compiled code is as good as it gets; see {@link Warmth}
     * @param hoursUp since the process was started
     */
    public record Signs(
            long frames,
            double rateHz,
            long misses,
            long braked,
            boolean silent,
            boolean stalled,
            boolean guarded,
            Refusal refusal,
            Distrust distrust,
            Reason reason,
            double speed,
            boolean settled,
            long hoursUp) {}

    /** Judges. */
    public static Verdict of(Signs s) {
        if (!s.guarded()) {
            return new Verdict(
                    Level.ERROR,
                    "UNGUARDED",
                    "the guard that brakes for late images has stopped looking: braking; restart"
                            + " it");
        }
        if (s.misses() > 0) {
            return new Verdict(
                    Level.ERROR, "LATE", s.misses() + " missed deadlines in the last second");
        }
        if (s.frames() == 0) {
            return new Verdict(Level.WARN, "WAITING", "no image has come yet");
        }
        if (s.silent()) {
            return new Verdict(Level.ERROR, "SILENT", "no images: braking");
        }
        if (s.stalled()) {
            return new Verdict(
                    Level.ERROR, "STUCK", "images come and none is answered: braking; restart it");
        }
        String word = s.speed() > STANDING ? "SLOWING" : "STOPPED";
        if (s.refusal() != null) {
            return new Verdict(Level.ERROR, word, "images refused: " + s.refusal().words());
        }
        if (s.distrust() != Distrust.NONE) {
            return new Verdict(Level.ERROR, word, s.distrust().words());
        }
        if (s.reason() == Reason.UNKNOWN) {
            return new Verdict(
                    Level.WARN,
                    word,
                    "low confidence: too little of what lies ahead is known; is there light and"
                            + " texture?");
        }
        if (s.rateHz() < LEAST_RATE_HZ) {
            return new Verdict(
                    Level.WARN,
                    "CAREFUL",
                    text(
                            "images come at %.1f Hz, wanted at least %.0f Hz; below 5 Hz it stops",
                            s.rateHz(), LEAST_RATE_HZ));
        }
        if (s.braked() > 0) {
            return new Verdict(
                    Level.WARN,
                    "CAREFUL",
                    s.braked() + " late images in the last second were braked for");
        }
        if (!s.settled()) {
            return new Verdict(
                    Level.WARN,
                    "CAREFUL",
                    "its compiled code had not settled when it became active: answers may still"
                            + " come late; start it on a calmer machine, or with a longer"
                            + " warm_up_s");
        }
        if (s.hoursUp() >= OLD_HOURS) {
            return new Verdict(
                    Level.WARN,
                    "CAREFUL",
                    text(
                            "up for %d h, wanted less than 24: restart the node before the next"
                                    + " flight",
                            s.hoursUp()));
        }
        return new Verdict(Level.OK, "ACTIVE", text("%.1f Hz", s.rateHz()));
    }

    /** One line for the state topic: the word, the last command, and why if all is not well. */
    public String state(Reason reason, double speed) {
        String line = text("%s %s %.2f m/s", word, reason, speed);
        return level == Level.OK ? line : line + ": " + why;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
