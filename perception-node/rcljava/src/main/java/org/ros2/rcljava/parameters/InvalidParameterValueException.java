package org.ros2.rcljava.parameters;

/** A value of the wrong type or out of its range. */
public class InvalidParameterValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one line that says what, got, wanted and the way out. */
    public InvalidParameterValueException(String message) {
        super(message);
    }
}
