package dev.jink.perception.ros;

import dev.jink.perception.Links;
import dev.jink.perception.Sequel;
import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.control.ControllerLink;
import dev.jink.perception.control.SurroundingsLink;
import dev.jink.perception.deadline.Watch;
import dev.jink.perception.health.Distrust;

/**
 * The controller as the session holds it: where commands go, where what was seen goes, and what
 * keeps both company. Of everything there are two: the real one, and one of the same classes that
 * nobody listens to, for warming up.
 */
final class Controller implements Sequel, AutoCloseable {
    private final Way real;
    private final ControllerLink guards;
    private final Way rehearsal;
    private final Watch[] duties;
    private final Company company;
    private volatile SurroundingsLink surroundings;

    /**
     * @param guards the guard's own way to the controller
     */
    Controller(Way real, ControllerLink guards, Way rehearsal, Company company, Watch... duties) {
        this.real = real;
        this.guards = guards;
        this.rehearsal = rehearsal;
        this.company = company;
        this.duties = duties.clone();
        surroundings = rehearsal.surroundings();
    }

    /** Where commands and what was seen go. */
    record Way(ControllerLink link, SurroundingsLink surroundings) {
        /** For a controller that takes commands only. */
        static Way of(ControllerLink link) {
            return new Way(link, SurroundingsLink.NONE);
        }
    }

    /** What goes on beside the path, on the thread that spins the node. */
    interface Company extends AutoCloseable {
        /** Called a few times a second. */
        default void listen() {}

        /** Called once a second while active. */
        default void beat() {}

        /** How the link stands, in words. */
        String words();

        @Override
        default void close() {}
    }

    Links links() {
        return new Links(real.link(), guards, rehearsal.link());
    }

    ControllerLink rehearsal() {
        return rehearsal.link();
    }

    /** For the guard to look at. */
    Watch[] duties() {
        return duties.clone();
    }

    Company company() {
        return company;
    }

    /** What was seen goes to the real controller from now on. */
    void activate() {
        surroundings = real.surroundings();
    }

    @Override
    public void after(Command command, Sectors sectors, Distrust distrust) {
        surroundings.show(command.frameStampNanos, sectors);
    }

    @Override
    public void close() {
        company.close();
    }
}
