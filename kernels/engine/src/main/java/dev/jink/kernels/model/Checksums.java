package dev.jink.kernels.model;

import java.lang.foreign.MemorySegment;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.zip.CRC32C;

/** CRC32C and SHA-256 over memory of any length, in pieces that a ByteBuffer can hold. */
final class Checksums {
    private static final long PIECE_BYTES = 1 << 30;

    private Checksums() {}

    static int crc32c(MemorySegment bytes) {
        CRC32C crc = new CRC32C();
        for (long at = 0; at < bytes.byteSize(); at += PIECE_BYTES) {
            long length = Math.min(PIECE_BYTES, bytes.byteSize() - at);
            crc.update(bytes.asSlice(at, length).asByteBuffer());
        }
        return (int) crc.getValue();
    }

    /** The file's digest: over all of it, with the field that holds the digest taken as 0. */
    static byte[] sha256(MemorySegment file) {
        MessageDigest digest = newDigest();
        update(digest, file.asSlice(0, ModelHeader.SHA_AT));
        digest.update(new byte[ModelHeader.SHA_BYTES]);
        update(digest, file.asSlice(ModelHeader.SHA_AT + ModelHeader.SHA_BYTES));
        return digest.digest();
    }

    private static void update(MessageDigest digest, MemorySegment bytes) {
        for (long at = 0; at < bytes.byteSize(); at += PIECE_BYTES) {
            long length = Math.min(PIECE_BYTES, bytes.byteSize() - at);
            digest.update(bytes.asSlice(at, length).asByteBuffer());
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
