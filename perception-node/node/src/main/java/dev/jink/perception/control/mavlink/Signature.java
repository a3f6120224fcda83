package dev.jink.perception.control.mavlink;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Makes and checks the last six bytes of a signed frame. Belongs to one thread at a time. */
final class Signature {
    private final byte[] key;
    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];

    Signature(MavlinkKey key) {
        this.key = key.bytes();
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        // A digest takes its memory with its first block: here, and not with the first frame.
        hash(new byte[Layout.MOST], 0, Layout.MOST);
    }

    /** Writes them behind {@code frame[0..length)}, which ends with link id and timestamp. */
    void sign(byte[] frame, int length) {
        hash(frame, length);
        System.arraycopy(hash, 0, frame, length, Layout.HASH);
    }

    /** Whether those that stand there are right; in the same time wherever they differ. */
    boolean holds(byte[] frame, int at, int length) {
        hash(frame, at, length);
        int difference = 0;
        for (int i = 0; i < Layout.HASH; i++) {
            difference |= hash[i] ^ frame[at + length + i];
        }
        return difference == 0;
    }

    private void hash(byte[] frame, int length) {
        hash(frame, 0, length);
    }

    private void hash(byte[] frame, int at, int length) {
        sha256.update(key, 0, key.length);
        sha256.update(frame, at, length);
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("32 bytes hold a SHA-256", e);
        }
    }
}
