package dev.jink.sim.trial;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;

import java.lang.foreign.MemorySegment;

/** Who watches a flight without taking part; called on the flight's thread. */
public interface Witness {
    /** Looks away. */
    Witness NONE =
            new Witness() {
                @Override
                public void begin(Stage stage, Simulator simulator) {}

                @Override
                public void frame(Motion own, Command answer, MemorySegment picture) {}
            };

    /**
     * A flight begins.
     *
     * @param simulator tells the camera; not to be advanced
     */
    void begin(Stage stage, Simulator simulator);

    /**
     * A picture was answered. Nothing given is to be kept: all is rewritten.
     *
     * @param own at the picture
     * @param answer not yet in effect
     * @param picture what the pilot saw, null when it flies without a camera
     */
    void frame(Motion own, Command answer, MemorySegment picture);
}
