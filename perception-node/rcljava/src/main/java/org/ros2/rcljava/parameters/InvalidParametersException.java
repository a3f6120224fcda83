package org.ros2.rcljava.parameters;

/** Parameters, arguments or a parameter file that can't be understood. */
public class InvalidParametersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With one line that says what, got, wanted and the way out. */
    public InvalidParametersException(String message) {
        super(message);
    }
}
