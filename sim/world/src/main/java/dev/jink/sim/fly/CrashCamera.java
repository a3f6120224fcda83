package dev.jink.sim.fly;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.frame.Encoding;
import dev.jink.sim.trial.Flown;
import dev.jink.sim.trial.Simulator;
import dev.jink.sim.trial.Stage;
import dev.jink.sim.trial.Witness;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Keeps the last pictures of the flight under way, a quarter of a second apart and the very last,
 * and hands them over when it ended in a contact. One thread, one flight after another.
 */
final class CrashCamera implements Witness {
    private static final int KEPT = 7;
    private static final double APART_SECONDS = 0.25;

    private final ArrayDeque<FilmStrip.Picture> kept = new ArrayDeque<>();
    private int width;
    private int height;
    private Encoding encoding;
    // The latest picture: its pixels as they came, and itself where it will be kept anyhow.
    private byte[] raw = {};
    private double seconds;
    private Reason reason;
    private double speed;
    private FilmStrip.Picture due;

    @Override
    public void begin(Stage stage, Simulator simulator) {
        kept.clear();
        reason = null;
        due = null;
        width = simulator.camera().width();
        height = simulator.camera().height();
        encoding = simulator.encoding();
        raw = new byte[width * height * encoding.bytesPerPixel()];
    }

    @Override
    public void frame(Motion own, Command answer, MemorySegment picture) {
        if (picture == null) {
            return;
        }
        if (due != null) {
            kept.add(due);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        seconds = own.stampNanos * 1e-9;
        reason = answer.reason;
        speed = answer.speed();
        MemorySegment.copy(picture, ValueLayout.JAVA_BYTE, 0, raw, 0, raw.length);
        boolean apart = kept.isEmpty() || seconds - kept.getLast().seconds() >= APART_SECONDS;
        due = apart ? latest() : null;
    }

    private FilmStrip.Picture latest() {
        String said = String.format(Locale.ROOT, "%s %.1f m/s", reason, speed);
        return new FilmStrip.Picture(seconds, width, height, gray(), said);
    }

    /** Colour pictures show their green: it carries most of the brightness. */
    private byte[] gray() {
        int bytes = encoding.bytesPerPixel();
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = raw[i * bytes + bytes / 2];
        }
        return gray;
    }

    /** Files the pictures of a flight that has just ended, if it ended in a contact. */
    void landed(Flown flight, Map<Long, FilmStrip> strips) {
        if (flight.collided() && reason != null) {
            kept.add(due != null ? due : latest());
            strips.put(flight.seed(), new FilmStrip(List.copyOf(kept)));
        }
    }
}
