package dev.jink.perception.ros;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The states of a ROS 2 node with a lifecycle, and the ways between them (design.ros2.org, "Managed
 * nodes"). What is to be done on a way is {@link Work}'s; one that fails leaves the state as it was.
 * Knows no ROS. One thread.
 */
final class Lifecycle {
    /** Numbers and names of lifecycle_msgs/State. */
    enum State {
        UNCONFIGURED(1),
        INACTIVE(2),
        ACTIVE(3),
        FINALIZED(4);

        private final int id;

        State(int id) {
            this.id = id;
        }

        byte id() {
            return (byte) id;
        }

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** Numbers and names of lifecycle_msgs/Transition. */
    enum Change {
        CONFIGURE(1, "configure", State.UNCONFIGURED, State.INACTIVE),
        CLEANUP(2, "cleanup", State.INACTIVE, State.UNCONFIGURED),
        ACTIVATE(3, "activate", State.INACTIVE, State.ACTIVE),
        DEACTIVATE(4, "deactivate", State.ACTIVE, State.INACTIVE),
        SHUTDOWN_UNCONFIGURED(5, "shutdown", State.UNCONFIGURED, State.FINALIZED),
        SHUTDOWN_INACTIVE(6, "shutdown", State.INACTIVE, State.FINALIZED),
        SHUTDOWN_ACTIVE(7, "shutdown", State.ACTIVE, State.FINALIZED);

        private final int id;
        private final String label;
        private final State from;
        private final State to;

        Change(int id, String label, State from, State to) {
            this.id = id;
            this.label = label;
            this.from = from;
            this.to = to;
        }

        byte id() {
            return (byte) id;
        }

        String label() {
            return label;
        }

        State from() {
            return from;
        }

        State to() {
            return to;
        }
    }

    /** What is done on the ways. */
    interface Work {
        void configure() throws ConfigurationException;

        void activate();

        void deactivate();

        void cleanup();

        /** From whatever state; nothing may come after it. */
        void shutdown();
    }

    private final Work work;
    private final Report report;
    private final Consumer<Change> changed;
    private State state = State.UNCONFIGURED;

    /**
     * @param report told, in one line, of what could not be done
     * @param changed told of every way gone
     */
    Lifecycle(Work work, Report report, Consumer<Change> changed) {
        this.work = work;
        this.report = report;
        this.changed = changed;
    }

    State state() {
        return state;
    }

    /** The ways that lead on from here. */
    List<Change> available() {
        List<Change> available = new ArrayList<>();
        for (Change one : Change.values()) {
            if (one.from() == state) {
                available.add(one);
            }
        }
        return available;
    }

    /**
     * Goes a way that someone asks for; whether it was gone.
     *
     * @param id its number; 0 = the label counts
     */
    boolean change(int id, String label) {
        for (Change one : available()) {
            if (id == 0 ? one.label().equals(label) : one.id() == id) {
                try {
                    go(one);
                    return true;
                } catch (ConfigurationException e) {
                    report.error(one.label() + ": " + e.getMessage());
                    return false;
                }
            }
        }
        report.warn(
                "lifecycle: got transition %s, wanted one of %s: the node is %s"
                        .formatted(
                                id == 0 ? "'" + label + "'" : Integer.toString(id),
                                available().stream()
                                        .map(one -> one.label() + " (" + one.id() + ")")
                                        .toList(),
                                state.label()));
        return false;
    }

    /** Goes a way that leads on from here. */
    void go(Change change) throws ConfigurationException {
        if (change.from() != state) {
            throw new IllegalStateException(change + " from " + state);
        }
        switch (change) {
            case CONFIGURE -> work.configure();
            case CLEANUP -> work.cleanup();
            case ACTIVATE -> work.activate();
            case DEACTIVATE -> work.deactivate();
            case SHUTDOWN_UNCONFIGURED, SHUTDOWN_INACTIVE, SHUTDOWN_ACTIVE -> work.shutdown();
        }
        state = change.to();
        changed.accept(change);
    }
}
