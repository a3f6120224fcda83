package dev.jink.sim.trial;

/**
 * A sort of simulator that {@code fly --simulator NAME} can use. Found through {@link
 * java.util.ServiceLoader}, so that a room above this one can bring its own.
 */
public interface SimulatorKind {
    /** As given on the command line, lower case. */
    String name();

    /** How many may run at once on a machine of so many cores. */
    int atOnce(int cores);

    /**
     * Starts one.
     *
     * @throws IllegalStateException in one line, when it can't run here
     */
    Simulator open(TrialSettings settings);
}
