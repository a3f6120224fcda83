package org.ros2.rcljava.parameters;

/** A parameter that nobody declared. */
public class ParameterNotDeclaredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one line that says what, got, wanted and the way out. */
    public ParameterNotDeclaredException(String message) {
        super(message);
    }
}
