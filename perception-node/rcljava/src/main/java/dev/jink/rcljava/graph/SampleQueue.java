package dev.jink.rcljava.graph;

import java.util.ArrayDeque;
import java.util.function.Supplier;

/**
 * Messages between the DDS thread that decodes them and the thread that spins: the newest {@code
 * depth}, in order. Messages are made once and go round: one being decoded, {@code depth} waiting,
 * one in the callback. Three exist from the start; a deeper queue makes the others when it first
 * falls behind.
 *
 * @param <T> the message class
 */
final class SampleQueue<T> {
    private static final int MADE_AT_ONCE = 3;

    private final int depth;
    private final Supplier<T> maker;
    private final ArrayDeque<T> free;
    private final ArrayDeque<T> waiting;

    SampleQueue(int depth, Supplier<T> maker) {
        this.depth = depth;
        this.maker = maker;
        free = new ArrayDeque<>(depth + 2);
        waiting = new ArrayDeque<>(depth + 1);
        for (int i = 0; i < MADE_AT_ONCE; i++) {
            free.add(maker.get());
        }
    }

    /** A message to decode into; must be committed or released. */
    T claim() {
        synchronized (this) {
            if (!free.isEmpty()) {
                return free.pollFirst();
            }
        }
        return maker.get();
    }

    /** Puts a message in line; whether the oldest one had to go for it. */
    synchronized boolean commit(T message) {
        waiting.addLast(message);
        if (waiting.size() <= depth) {
            return false;
        }
        free.addFirst(waiting.pollFirst());
        return true;
    }

    /** The oldest message in line, or null; must be released. */
    synchronized T poll() {
        return waiting.pollFirst();
    }

    /** Gives a message back. */
    synchronized void release(T message) {
        free.addFirst(message);
    }

    synchronized boolean isEmpty() {
        return waiting.isEmpty();
    }
}
