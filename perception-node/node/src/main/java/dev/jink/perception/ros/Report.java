package dev.jink.perception.ros;

/** Where lines for people go. */
@FunctionalInterface
interface Report {
    void line(String text);
}
