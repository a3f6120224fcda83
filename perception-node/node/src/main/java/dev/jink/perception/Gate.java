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
    private final ControllerLink guarded;
    private final ControllerLink rehearsal;
    private final ControllerLink guards = this::sendByGuard;
    // One call whatever the state: a branch never taken while warming up would send the compiled
    // code
    // back to the interpreter with the first real command.
    private volatile ControllerLink way;
    private volatile ControllerLink guardsWay;
    private volatile Reason lastReason = Reason.BRAKE;
    private volatile double lastSpeed;

    /**
     * @param controller where the path's commands go when it is open
     * @param guarded where the guard's go: a way of its own, that a send of the path's which hangs
     *     does not block
     * @param rehearsal where both go while it is closed
     */
    Gate(ControllerLink controller, ControllerLink guarded, ControllerLink rehearsal) {
        this.controller = controller;
        this.guarded = guarded;
        this.rehearsal = rehearsal;
        way = rehearsal;
        guardsWay = rehearsal;
    }

    /** The guard's way through this gate. */
    ControllerLink guards() {
        return guards;
    }

    void open() {
        guardsWay = guarded;
        way = controller;
    }

    void close() {
        way = rehearsal;
        guardsWay = rehearsal;
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
        note(command);
    }

    private void sendByGuard(Command command) {
        guardsWay.send(command);
        note(command);
    }

    private void note(Command command) {
        lastReason = command.reason;
        lastSpeed = command.speed();
    }
}
