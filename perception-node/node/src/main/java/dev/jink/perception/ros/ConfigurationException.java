package dev.jink.perception.ros;

/** The node can't start as it was told to. One line: what, got, wanted, the way out. */
final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    ConfigurationException(String line) {
        super(line);
    }

    ConfigurationException(String line, Throwable cause) {
        super(line, cause);
    }
}
