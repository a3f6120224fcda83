package dev.jink.kernels.model;

import java.io.IOException;

/** A model file that cannot be used. One line: what, got, wanted, and the way out. */
public final class ModelFileException extends IOException {
    private static final long serialVersionUID = 1L;

    ModelFileException(String message) {
        super(message);
    }

    ModelFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
