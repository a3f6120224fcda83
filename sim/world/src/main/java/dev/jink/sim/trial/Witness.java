package dev.jink.sim.trial;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Motion;

/** Who watches a flight without taking part. */
public interface Witness {
    /** Looks away. */
    Witness NONE =
            new Witness() {
                @Override
                public void begin(Stage stage) {}

                @Override
                public void frame(Motion own, Command answer, Simulator simulator) {}
            };

    /** A flight begins. */
    void begin(Stage stage);

    /**
     * A picture was answered.
     *
     * @param own at the picture. Not to be kept.
     * @param answer not yet in effect. Not to be kept.
     * @param simulator to take pictures from, no more
     */
    void frame(Motion own, Command answer, Simulator simulator);
}
