package dev.jink.kernels.model;

import java.util.Arrays;

/**
 * What holds for any bytes that are given as a model file: they are refused in one line, or read as
 * a model that is written as the same bytes again.
 */
public final class ModelFileFuzz {
    private ModelFileFuzz() {}

    /** For Jazzer: the bytes as they are, and with checksums that are right. */
    public static void fuzzerTestOneInput(byte[] input) {
        refused(input, "fuzzed");
        byte[] forged = input.clone();
        ForgedSums.set(forged);
        refused(forged, "fuzzed, forged sums");
    }

    /**
     * Reads the bytes.
     *
     * @return whether they were refused
     * @throws AssertionError when one of the promises is broken
     */
    static boolean refused(byte[] bytes, String what) {
        try {
            Model read = ForgedSums.read(bytes);
            require(Arrays.equals(ForgedSums.write(read), bytes), what, "read, not canonical");
            return false;
        } catch (ModelFileException refusal) {
            String message = refusal.getMessage();
            require(message.lines().count() == 1, what, message);
            require(message.startsWith("model file memory: "), what, message);
            require(message.contains(": got ") && message.contains(", wanted "), what, message);
            return true;
        }
    }

    private static void require(boolean holds, String what, String got) {
        if (!holds) {
            throw new AssertionError(what + ": " + got);
        }
    }
}
