package dev.jink.perception;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Reason;
import dev.jink.perception.control.ControllerLink;

/**
 * Stands between the path and the controller. Closed, as it begins, it lets nothing out: commands
 * go to the rehearsal link, so that warming up exercises all of the way but the last step.
 */
final class Gate implements ControllerLink {
    private final ControllerLink controller;
    private final ControllerLink rehearsal;
    // One call whatever the state: a branch never taken while warming up would send the compiled
    // code
    // back to the interpreter with the first real command.
    private volatile ControllerLink way;
    private volatile Reason lastReason = Reason.BRAKE;
    private volatile double lastSpeed;

    Gate(ControllerLink controller, ControllerLink rehearsal) {
        this.controller = controller;
        this.rehearsal = rehearsal;
        way = rehearsal;
    }

    void open() {
        way = controller;
    }

    void close() {
        way = rehearsal;
    }

    boolean isOpen() {
        return way == controller;
    }

    /** Why the last command was what it was, whoever sent it. */
    Reason lastReason() {
        return lastReason;
    }

    /** Speed of the last command, m/s. */
    double lastSpeed() {
        return lastSpeed;
    }

    @Override
    public void send(Command command) {
        way.send(command);
        lastReason = command.reason;
        lastSpeed = command.speed();
    }
}
