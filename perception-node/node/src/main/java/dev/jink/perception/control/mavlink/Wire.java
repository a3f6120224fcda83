package dev.jink.perception.control.mavlink;

/** Where frames go: a socket in the node, an array in a test. */
@FunctionalInterface
public interface Wire {
    /**
     * Sends one frame. When the call returns, it is out. Called by one thread at a time; must
     * neither block nor allocate.
     *
     * @param bytes not kept
     * @throws java.io.UncheckedIOException when it could not be sent
     */
    void send(byte[] bytes, int length);
}
