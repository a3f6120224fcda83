package dev.jink.sim.fly;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;
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
    private FilmStrip.Picture last;

    @Override
    public void begin(Stage stage, Simulator simulator) {
        kept.clear();
        last = null;
        width = simulator.camera().width();
        height = simulator.camera().height();
        encoding = simulator.encoding();
    }

    @Override
    public void frame(Motion own, Command answer, MemorySegment picture) {
        if (picture == null) {
            return;
        }
        double seconds = own.stampNanos * 1e-9;
        if (last != null
                && (kept.isEmpty() || last.seconds() - kept.getLast().seconds() >= APART_SECONDS)) {
            kept.add(last);
            if (kept.size() > KEPT) {
                kept.removeFirst();
            }
        }
        String said = String.format(Locale.ROOT, "%s %.1f m/s", answer.reason, answer.speed());
        last = new FilmStrip.Picture(seconds, width, height, gray(picture), said);
    }

    /** Colour pictures show their green: it carries most of the brightness. */
    private byte[] gray(MemorySegment picture) {
        int bytes = encoding.bytesPerPixel();
        byte[] gray = new byte[width * height];
        for (int i = 0; i < gray.length; i++) {
            gray[i] = picture.get(ValueLayout.JAVA_BYTE, (long) i * bytes + bytes / 2);
        }
        return gray;
    }

    /** Files the pictures of a flight that has just ended, if it ended in a contact. */
    void landed(Flown flight, Map<Long, FilmStrip> strips) {
        if (flight.collided() && last != null) {
            kept.add(last);
            strips.put(flight.seed(), new FilmStrip(List.copyOf(kept)));
        }
    }
}
