package dev.jink.perception;

import dev.jink.perception.control.ControllerLink;

/**
 * Where commands go.
 *
 * @param path the path's, while active
 * @param guard the guard's, while active: where that can be another writer or socket, so that a
 *     send which hangs does not hold up the brake
 * @param rehearsal both, before
 */
public record Links(ControllerLink path, ControllerLink guard, ControllerLink rehearsal) {
    /** One way for both. */
    public static Links of(ControllerLink controller, ControllerLink rehearsal) {
        return new Links(controller, controller, rehearsal);
    }
}
