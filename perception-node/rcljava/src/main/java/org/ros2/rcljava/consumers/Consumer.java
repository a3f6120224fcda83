package org.ros2.rcljava.consumers;

/**
 * Takes a message.
 *
 * @param <T> the message class
 */
@FunctionalInterface
public interface Consumer<T> {
    /** Called on the spinning thread; the message is reused after the return. */
    void accept(T input);
}
