package dev.jink.perception;

import dev.jink.perception.avoid.Command;
import dev.jink.perception.avoid.Sectors;
import dev.jink.perception.health.Distrust;

/**
 * What follows a command: publishing what was seen. On the path's thread, after the command is out.
 */
@FunctionalInterface
public interface Sequel {
    /**
     * @param command as published, with its frame's stamp; not kept
     * @param sectors what the planner saw, or null when the picture was not trusted; not kept
     */
    void after(Command command, Sectors sectors, Distrust distrust);
}
