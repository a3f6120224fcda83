package dev.jink.perception.page;

import java.io.IOException;

/** Something a page asks for again and again, as JSON. */
@FunctionalInterface
public interface Source {
    /**
     * The newest; called on the page's threads, several at once.
     *
     * @return null where there is no such thing, which is no error
     */
    byte[] json() throws IOException;
}
