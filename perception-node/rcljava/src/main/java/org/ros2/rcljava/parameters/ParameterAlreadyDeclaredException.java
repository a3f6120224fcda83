package org.ros2.rcljava.parameters;

/** A parameter is declared twice. */
public class ParameterAlreadyDeclaredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one line that says what, got, wanted and the way out. */
    public ParameterAlreadyDeclaredException(String message) {
        super(message);
    }
}
