package dev.jink.compiler.onnx;

/**
 * An ONNX model that cannot be used, or a part of it that has no counterpart in the engine. One
 * line: where, what was got, what was wanted, and the way out.
 */
public final class OnnxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OnnxException(String line) {
        // Names come from the file: whatever is in them, it stays one line.
        super(line.replaceAll("\\p{Cntrl}", "?"));
    }

    /** A file that is not what it should be. */
    static OnnxException damaged(String got) {
        return new OnnxException(
                "got %s, wanted a whole ONNX model: export it again".formatted(got));
    }

    /** The same complaint, said of a file. */
    public OnnxException in(Object file) {
        return new OnnxException(file + ": " + getMessage());
    }
}
