package dev.jink.perception.control.mavlink;

/**
 * Reads what the controller says: its heartbeat, all else is passed over. With a key only frames
 * count whose signature holds and whose stamp is newer than the last of the same sender; an
 * unsigned frame is refused, whatever it says. Belongs to one thread; allocates nothing.
 */
final class Inbox {
    private static final int STREAMS = 16;
    private static final int STAMP_BYTES = 6;

    private final int system;
    private final Signature signature;
    private final SignatureClock clock;
    private final int[] senders = new int[STREAMS];
    private final long[] stamps = new long[STREAMS];
    private int known;
    private volatile long heartbeats;
    private volatile long refused;
    private volatile Refused lastRefusal = Refused.NOTHING;

    /**
     * @param system whose heartbeat counts
     * @param signature null = unsigned frames count
     * @param clock null when unsigned
     */
    Inbox(int system, Signature signature, SignatureClock clock) {
        this.system = system;
        this.signature = signature;
        this.clock = clock;
    }

    /** Why a frame did not count. */
    enum Refused {
        NOTHING("nothing"),
        TORN("a frame that is torn or of another protocol version"),
        CHECKSUM("a heartbeat with a wrong checksum"),
        UNSIGNED("an unsigned frame, though a key is set"),
        FORGED("a signature made with another key"),
        REPLAYED("a signature older than the last"),
        CROWD("a seventeenth sender");

        private final String words;

        Refused(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    /**
     * Reads a datagram.
     *
     * @return whether the controller's heartbeat was in it
     */
    boolean read(byte[] bytes, int length) {
        boolean beat = false;
        int at = 0;
        while (at < length) {
            int end = end(bytes, at, length);
            if (end < 0) {
                refuse(Refused.TORN);
                return beat;
            }
            beat |= frame(bytes, at);
            at = end;
        }
        return beat;
    }

    long heartbeats() {
        return heartbeats;
    }

    long refused() {
        return refused;
    }

    Refused lastRefusal() {
        return lastRefusal;
    }

    /** Where the frame at {@code at} ends, or -1. */
    private static int end(byte[] bytes, int at, int length) {
        if (length - at < Layout.HEADER + Layout.CRC || (bytes[at] & 0xFF) != Layout.MAGIC) {
            return -1;
        }
        int flags = bytes[at + Layout.AT_INCOMPATIBLE];
        // A flag nobody has told us of changes what the frame means: the protocol wants it dropped.
        if ((flags & ~Layout.SIGNED) != 0) {
            return -1;
        }
        int end = crcAt(bytes, at) + Layout.CRC + (flags == 0 ? 0 : Layout.SIGNATURE);
        return end <= length ? end : -1;
    }

    private static int crcAt(byte[] bytes, int at) {
        return at + Layout.HEADER + (bytes[at + Layout.AT_LENGTH] & 0xFF);
    }

    private boolean frame(byte[] bytes, int at) {
        if (signature != null && !isTrusted(bytes, at)) {
            return false;
        }
        if (Layout.integer(bytes, at + Layout.AT_MESSAGE, 3) != Layout.HEARTBEAT
                || (bytes[at + Layout.AT_SYSTEM] & 0xFF) != system
                || bytes[at + Layout.AT_COMPONENT] != FrameWriter.AUTOPILOT) {
            return false;
        }
        int crcAt = crcAt(bytes, at);
        if (Layout.integer(bytes, crcAt, Layout.CRC)
                != Crc.of(bytes, at + 1, crcAt, Layout.HEARTBEAT_EXTRA)) {
            refuse(Refused.CHECKSUM);
            return false;
        }
        count();
        return true;
    }

    private boolean isTrusted(byte[] bytes, int at) {
        if (bytes[at + Layout.AT_INCOMPATIBLE] != Layout.SIGNED) {
            refuse(Refused.UNSIGNED);
            return false;
        }
        int stampAt = crcAt(bytes, at) + Layout.CRC + 1;
        if (!signature.holds(bytes, at, stampAt + STAMP_BYTES - at)) {
            refuse(Refused.FORGED);
            return false;
        }
        int sender =
                (bytes[at + Layout.AT_SYSTEM] & 0xFF) << 16
                        | (bytes[at + Layout.AT_COMPONENT] & 0xFF) << 8
                        | bytes[stampAt - 1] & 0xFF;
        long stamp = Layout.integer(bytes, stampAt, STAMP_BYTES);
        int stream = 0;
        while (stream < known && senders[stream] != sender) {
            stream++;
        }
        if (stream == STREAMS) {
            refuse(Refused.CROWD);
            return false;
        }
        long oldest = stream < known ? stamps[stream] + 1 : clock.present() - SignatureClock.MINUTE;
        if (stamp < oldest) {
            refuse(Refused.REPLAYED);
            return false;
        }
        if (stream == known) {
            senders[known++] = sender;
        }
        stamps[stream] = stamp;
        clock.heard(stamp);
        return true;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    private void count() {
        heartbeats = heartbeats + 1;
    }

    @SuppressWarnings("NonAtomicOperationOnVolatileField") // one writer
    private void refuse(Refused why) {
        refused = refused + 1;
        lastRefusal = why;
    }
}
