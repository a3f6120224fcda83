package dev.jink.perception.control;

/** Which way the drone's nose points, for links whose controller flies by the compass. */
@FunctionalInterface
public interface Heading {
    /**
     * Any thread; must neither block for long nor allocate.
     *
     * @return rad from east, left turn positive (ENU); NaN = not known, or too old at this moment
     */
    double yawEnu(long nowNanos);
}
