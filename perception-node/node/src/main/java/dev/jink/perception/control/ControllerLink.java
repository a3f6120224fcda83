package dev.jink.perception.control;

import dev.jink.perception.avoid.Command;

/**
 * The way to the drone's controller. The path's thread and the guard's thread both send through one
 * link, so a link must be safe for several threads and must neither block for long nor allocate.
 */
public interface ControllerLink {
    /**
     * Hands one command to the controller. When the call returns, the command is out.
     *
     * @param command level body frame FLU, m/s and rad/s; not kept
     */
    void send(Command command);
}
