package dev.jink.perception.ros;

/** Where lines for people go. Any thread. */
@FunctionalInterface
interface Report {
    void line(String text);

    /** What somebody should look at: the node copes. */
    default void warn(String text) {
        line(text);
    }

    /** What went wrong. */
    default void error(String text) {
        line(text);
    }
}
