package org.ros2.rcljava.consumers;

/**
 * Takes three things: of a service which request it is, the request, and the answer to fill in.
 *
 * @param <A> the first
 * @param <B> the second
 * @param <C> the third
 */
@FunctionalInterface
public interface TriConsumer<A, B, C> {
    /** Called on the spinning thread. */
    void accept(A input1, B input2, C input3);
}
