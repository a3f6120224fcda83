package dev.jink.perception.control.mavlink;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The secret that both ends of a signed link share: 32 bytes, never printed. */
public final class MavlinkKey {
    /** Its length. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    MavlinkKey(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /**
     * Reads the key file: the 32 bytes and nothing else.
     *
     * @throws IllegalArgumentException in one line: what, got, wanted, the way out
     */
    public static MavlinkKey read(Path file) {
        byte[] read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(BYTES + 1);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "parameter mavlink_key_file: "
                            + file
                            + " can't be read ("
                            + e.getClass().getSimpleName()
                            + "), wanted the "
                            + BYTES
                            + " bytes of the MAVLink key: name a file this user may read, or leave"
                            + " the parameter empty to fly unsigned",
                    e);
        }
        if (read.length != BYTES) {
            throw new IllegalArgumentException(
                    "parameter mavlink_key_file: "
                            + file
                            + " holds "
                            + (read.length > BYTES ? "more than " + BYTES : "" + read.length)
                            + " bytes, wanted exactly "
                            + BYTES
                            + ", raw: make one with head -c 32 /dev/urandom, and give the"
                            + " controller the same");
        }
        return new MavlinkKey(read);
    }

    /** The bytes themselves; for this package. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "MAVLink key";
    }
}
