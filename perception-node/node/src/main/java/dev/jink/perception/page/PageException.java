package dev.jink.perception.page;

/** The page can't be served as asked. One line: what, got, wanted, the way out. */
public final class PageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PageException(String line) {
        super(line);
    }

    PageException(String line, Throwable cause) {
        super(line, cause);
    }
}
