package dev.jink.rcljava.graph;

/** Something a spinning thread may have to do. */
interface Work {
    /** Does one thing if there is one; whether there was. */
    boolean runOne();

    /** Whether {@link #runOne} would find something. */
    boolean isReady();

    /** Nanoseconds until it is ready by itself, the greatest long when only others can do it. */
    long nanosUntilReady();
}
