package org.ros2.rcljava.interfaces;

/** Something that holds a resource of the middleware. */
public interface Disposable {
    /** Gives the resource back; doing so again does nothing. */
    void dispose();

    /** A number other than 0 until the resource is given back; no native address here. */
    long getHandle();
}
