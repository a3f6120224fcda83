package dev.jink.rcljava.cdr;

import org.ros2.rcljava.interfaces.MessageDefinition;

import java.lang.foreign.MemorySegment;

/**
 * A message with a form on the wire: its fields in the order of its definition, as CDR.
 *
 * <p>Each message says in {@link #encode} and {@link #decode} which fields it has; alignment, byte
 * order and bounds belong to {@link CdrWriter} and {@link CdrReader}. Two messages are equal when
 * their class and their encoding are.
 */
public abstract class WireMessage implements MessageDefinition {
    /** Writes the fields. Overflow is remembered by {@code out}. */
    public abstract void encode(CdrWriter out);

    /**
     * Reads the fields over the present ones. After a refusal by {@code in} the content is
     * undefined, and the message may be used again.
     */
    public abstract void decode(CdrReader in);

    /** Largest encoding that is sent or received, bytes with the 4 of the encapsulation. */
    public int maxEncodedBytes() {
        return 1 << 14;
    }

    /** Allocates what receiving needs, so that decoding does not. */
    public void reserve() {}

    @Override
    public final boolean equals(Object other) {
        return other instanceof WireMessage message
                && message.getClass() == getClass()
                && encoded().mismatch(message.encoded()) < 0;
    }

    @Override
    public final int hashCode() {
        int hash = 1;
        for (byte b : encoded().toArray(java.lang.foreign.ValueLayout.JAVA_BYTE)) {
            hash = 31 * hash + b;
        }
        return hash;
    }

    private MemorySegment encoded() {
        CdrWriter sizing = new CdrWriter(MemorySegment.NULL);
        encode(sizing);
        MemorySegment bytes =
                MemorySegment.ofArray(new byte[Math.toIntExact(sizing.lengthBytes())]);
        encode(new CdrWriter(bytes));
        return bytes;
    }
}
