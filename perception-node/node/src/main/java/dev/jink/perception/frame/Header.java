package dev.jink.perception.frame;

/**
 * What a message says about its picture, before anything of it is believed. Mutable, one per door.
 * Sizes are unsigned 32-bit on the wire and so wider here.
 */
public final class Header {
    public long width;
    public long height;

    /** Bytes from one row to the next. */
    public long step;

    /** Bytes that really came. */
    public long dataBytes;

    /** The encoding's ROS name. */
    public String encoding = "";

    public String frameId = "";

    /** Nanoseconds since the sender's epoch. */
    public long stampNanos;
}
