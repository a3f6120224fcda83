package dev.jink.perception.control.mavlink;

/** The reader of MAVLink datagrams, for the fuzzer: once without a key, once with one. */
public final class InboxFuzz {
    private static final SignatureClock CLOCK =
            new SignatureClock(() -> 1_700_000_000_000_000_000L);
    private static final Inbox UNSIGNED = new Inbox(1, null, null);
    private static final Inbox SIGNED =
            new Inbox(1, new Signature(new MavlinkKey(new byte[MavlinkKey.BYTES])), CLOCK);

    private InboxFuzz() {}

    public static void unsigned(byte[] datagram) {
        UNSIGNED.read(datagram.clone(), datagram.length);
    }

    /** Nobody who does not know the key may be heard. */
    public static void signed(byte[] datagram) {
        if (SIGNED.read(datagram.clone(), datagram.length)) {
            throw new AssertionError("a frame was heard that nobody signed");
        }
    }
}
