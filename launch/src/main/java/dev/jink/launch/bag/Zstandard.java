package dev.jink.launch.bag;

import com.github.luben.zstd.ZstdInputStream;

import dev.jink.sim.command.UsageException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Zstandard as rosbag2 uses it, with bounds on what a damaged or hostile recording may ask for. */
final class Zstandard {
    /** No message and no chunk is larger. */
    static final int MOST_BYTES = 1 << 27;

    private Zstandard() {}

    /**
     * One message or chunk.
     *
     * @param size what it must unpack to; -1 when that isn't known
     */
    static byte[] unpack(Path file, byte[] packed, long size) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4 * packed.length);
        byte[] piece = new byte[1 << 16];
        // Piece by piece: what it says of its size is no reason to allocate that much.
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(packed))) {
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                bytes.write(piece, 0, n);
                if (bytes.size() > MOST_BYTES) {
                    throw damaged(file, "more than " + MOST_BYTES + " unpacked bytes");
                }
            }
        } catch (IOException e) {
            throw damaged(file, e.getMessage());
        }
        if (size >= 0 && bytes.size() != size) {
            throw damaged(file, bytes.size() + " of " + size + " unpacked bytes");
        }
        return bytes.toByteArray();
    }

    /** A whole file, beside the system's other temporary ones; whoever asked deletes it. */
    static Path unpack(Path file) {
        Path whole = null;
        try (InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
            whole = Files.createTempFile("jink-bag", file.getFileName().toString());
            Files.copy(in, whole, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } catch (IOException e) {
            delete(whole);
            throw damaged(file, e.getMessage());
        }
    }

    static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            file.toFile().deleteOnExit();
        }
    }

    private static UsageException damaged(Path file, String got) {
        return new UsageException(
                "bag %s: got %s, wanted whole Zstandard data; copy the recording again"
                        .formatted(file, got));
    }
}
