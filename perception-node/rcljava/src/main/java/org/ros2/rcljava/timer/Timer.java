package org.ros2.rcljava.timer;

import org.ros2.rcljava.interfaces.Disposable;

/** Something that becomes due. */
public interface Timer extends Disposable {
    /** Notes that the timer was served and settles when it is due next. */
    void callTimer();

    /** Runs the callback. */
    void executeCallback();

    /** Whether it is due. */
    boolean isReady();
}
