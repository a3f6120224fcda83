package dev.jink.perception.avoid;

/** Why a command is what it is: for the state topic, the logs and the tests. */
public enum Reason {
    /** The wanted velocity, unchanged but for smoothing and the speed limit. */
    CLEAR,
    /** Another direction than the wanted one, around something near. */
    BENT,
    /** The direction is free, but not far enough for the wanted speed. */
    SLOWED,
    /** No direction within view is free: stopped, and turning to look for one. */
    BLOCKED,
    /** The wanted direction lies outside of the view: turning to see it first. */
    TURNING,
    /** Too little is known of what lies ahead: slowing down, then stopping. */
    UNKNOWN,
    /** Nothing is wanted: hovering. */
    HOVER,
    /** The safe command of the guard or of a health check. */
    BRAKE
}
