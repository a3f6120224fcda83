package dev.jink.launch;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Locale;

/** How the node's frames ended, read from the closing figures it wrote. */
record Outcomes(long frames, long acted, long braked, long superseded, long refused, long missed) {

    static Outcomes of(JsonNode figures) {
        return new Outcomes(
                figures.required("frames").asLong(),
                figures.required("acted").asLong(),
                figures.required("braked").asLong(),
                figures.required("superseded").asLong(),
                figures.required("refused").asLong(),
                figures.required("missedDeadlines").asLong());
    }

    /** Whether there were frames, each had exactly one outcome, and none was missed. */
    boolean kept() {
        return frames > 0 && frames == acted + braked + superseded + refused && missed == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d frames: %d acted, %d braked, %d superseded, %d refused; %d missed deadlines",
                frames,
                acted,
                braked,
                superseded,
                refused,
                missed);
    }
}
