package dev.jink.calibration;

/**
 * A calibration, or a picture laid against one, that must not be flown with. The message is one
 * line: what, got, wanted, way out.
 */
public final class CalibrationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CalibrationException(String message) {
        super(message);
    }

    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
