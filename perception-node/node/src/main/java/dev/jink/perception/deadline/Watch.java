package dev.jink.perception.deadline;

/** One duty of the guard's thread: something to be looked at when its time has come. */
public interface Watch {
    /** Nothing to look at until someone wakes the guard. */
    long NEVER = Long.MAX_VALUE;

    /**
     * Does what is due. Must not block or allocate.
     *
     * @return nanoseconds until it wants to be asked again; {@link #NEVER} = when woken
     */
    long poll(long nowNanos);
}
