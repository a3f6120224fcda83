package org.ros2.rcljava.service;

/** Which request it is. */
public class RMWRequestId {
    /** Name of the endpoint that asks. */
    public final byte[] writerGUID;

    /** The request's number there. */
    public final long sequenceNumber;

    public RMWRequestId(final byte[] writerGUID, final long sequenceNumber) {
        this.writerGUID = writerGUID;
        this.sequenceNumber = sequenceNumber;
    }
}
