package dev.jink.sim.command;

/** Bad usage: one line that says what was got, what was wanted and the way out. Ends a command with status 2. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(String line) {
        super(line);
    }
}
