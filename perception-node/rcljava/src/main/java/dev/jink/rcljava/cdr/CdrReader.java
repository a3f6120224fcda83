package dev.jink.rcljava.cdr;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.Floats;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.Shorts;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads one payload of plain CDR, in either byte order.
 *
 * <pre>
 *   0        1        2        3        4
 *   +--------+--------+--------+--------+------------------------------------
 *   |   0    | order  |    options      | fields, each aligned to its size,
 *   |        | 0 BE   |    (ignored)    | counted from here
 *   |        | 1 LE   |                 |
 *   +--------+--------+--------+--------+------------------------------------
 *   string    uint32 length with the final NUL, bytes, NUL
 *   sequence  uint32 count, elements
 * </pre>
 *
 * <p>Nothing in a payload can make it throw or read outside: the first thing that does not fit is
 * kept as {@link #refusal()}, and from then on every field reads as zero. Allocates nothing, but
 * for texts not met lately and lists longer than any before. Not thread-safe.
 */
public final class CdrReader {
    static final int HEADER_BYTES = 4;

    private static final ValueLayout.OfShort INT16 = Layouts.INT16;
    private static final ValueLayout.OfInt INT32 = Layouts.INT32;
    private static final ValueLayout.OfLong INT64 = Layouts.INT64;

    private final TextCache texts = new TextCache();
    private MemorySegment payload = MemorySegment.NULL;
    private long at;
    private long end;
    private boolean bigEndian;
    private String refusal;

    /** Starts on a payload of {@code lengthBytes} bytes, encapsulation header included. */
    public CdrReader over(MemorySegment newPayload, long lengthBytes) {
        payload = newPayload;
        at = HEADER_BYTES;
        end = Math.min(lengthBytes, newPayload.byteSize());
        refusal = null;
        if (end < HEADER_BYTES) {
            refuse("truncated: got %d bytes, wanted at least %d", lengthBytes, HEADER_BYTES);
            return this;
        }
        int kind =
                Byte.toUnsignedInt(payload.get(ValueLayout.JAVA_BYTE, 0)) << 8
                        | Byte.toUnsignedInt(payload.get(ValueLayout.JAVA_BYTE, 1));
        bigEndian = kind == 0;
        if (kind > 1) {
            refuse("encapsulation: got 0x%04x, wanted 0x0000 or 0x0001 (plain CDR)", kind, 0);
        }
        return this;
    }

    /** Why the payload was refused, in one line, or null when all was well so far. */
    public String refusal() {
        return refusal;
    }

    /** A message field, its own fields in place. */
    public void message(WireMessage field) {
        field.decode(this);
    }

    /** A bool. */
    public boolean bool() {
        return int8() != 0;
    }

    /** An 8-bit integer. */
    public byte int8() {
        long p = claim(1, 1);
        return p < 0 ? 0 : payload.get(ValueLayout.JAVA_BYTE, p);
    }

    /** A 16-bit integer. */
    public short int16() {
        long p = claim(2, 2);
        short value = p < 0 ? 0 : payload.get(INT16, p);
        return bigEndian ? Short.reverseBytes(value) : value;
    }

    /** A 32-bit integer. */
    public int int32() {
        long p = claim(4, 4);
        int value = p < 0 ? 0 : payload.get(INT32, p);
        return bigEndian ? Integer.reverseBytes(value) : value;
    }

    /** A 64-bit integer. */
    public long int64() {
        long p = claim(8, 8);
        long value = p < 0 ? 0 : payload.get(INT64, p);
        return bigEndian ? Long.reverseBytes(value) : value;
    }

    /** A 32-bit float. */
    public float float32() {
        return Float.intBitsToFloat(int32());
    }

    /** A 64-bit float. */
    public double float64() {
        return Double.longBitsToDouble(int64());
    }

    /** A string; the same String object while the same text keeps coming. */
    public String text() {
        int length = count(1, "string");
        if (length == 0) {
            // Some writers send an empty string without its NUL.
            return "";
        }
        long p = claim(1, length);
        if (p < 0) {
            return "";
        }
        if (payload.get(ValueLayout.JAVA_BYTE, p + length - 1) != 0) {
            refuse("string at byte %d: its %d bytes do not end in NUL", p, length);
            return "";
        }
        return texts.of(payload, p, length - 1);
    }

    /** A byte sequence: one bulk copy into memory that must have the room already. */
    public void bytes(OffHeapBytes target) {
        int length = count(1, "byte sequence");
        if (length > target.capacity()) {
            refuse("oversized: got %d bytes of data, wanted at most %d", length, target.capacity());
            return;
        }
        long p = claim(1, length);
        if (p >= 0) {
            MemorySegment.copy(payload, p, target.segment(), 0, length);
            target.resize(length);
        }
    }

    /** A byte array of fixed length. */
    public void fixed(byte[] target, int length) {
        long p = claim(1, length);
        if (p >= 0) {
            MemorySegment.copy(payload, ValueLayout.JAVA_BYTE, p, target, 0, length);
        }
    }

    /** A sequence of 32-bit floats. */
    public void floats(Floats target) {
        int size = count(4, "float sequence");
        target.resize(size);
        for (int i = 0; i < size; i++) {
            target.array()[i] = float32();
        }
    }

    /** A sequence of 64-bit floats. */
    public void doubles(Doubles target) {
        int size = count(8, "double sequence");
        target.resize(size);
        fixed(target);
    }

    /** As many 64-bit floats as the target has. */
    public void fixed(Doubles target) {
        for (int i = 0; i < target.size(); i++) {
            target.array()[i] = float64();
        }
    }

    /** As many 32-bit floats as the target has. */
    public void fixed(Floats target) {
        for (int i = 0; i < target.size(); i++) {
            target.array()[i] = float32();
        }
    }

    /** As many 16-bit integers as the target has. */
    public void fixed(Shorts target) {
        for (int i = 0; i < target.size(); i++) {
            target.array()[i] = int16();
        }
    }

    /**
     * A sequence of messages; the list's elements are reused.
     *
     * @param minBytes the least an element takes, so that a lying count is refused at once
     */
    public <T extends WireMessage> List<T> messages(
            List<T> list, Supplier<T> another, int minBytes) {
        int size = count(minBytes, "sequence");
        List<T> target = list instanceof ArrayList<T> ? list : new ArrayList<>();
        while (target.size() > size) {
            target.removeLast();
        }
        for (int i = 0; i < size && refusal == null; i++) {
            if (i == target.size()) {
                target.add(another.get());
            }
            target.get(i).decode(this);
        }
        return target;
    }

    /**
     * A sequence of something else: texts, or numbers that are boxed anyway.
     *
     * @param minBytes the least an element takes
     */
    public <T> List<T> list(int minBytes, Function<CdrReader, T> each) {
        int size = count(minBytes, "sequence");
        List<T> list = new ArrayList<>();
        for (int i = 0; i < size && refusal == null; i++) {
            list.add(each.apply(this));
        }
        return list;
    }

    private int count(int minBytesEach, String what) {
        int count = int32();
        if (count < 0 || (long) count * minBytesEach > end - at) {
            refuse(
                    what + ": got a count of %d, but only %d bytes follow",
                    count & 0xFFFFFFFFL,
                    end - at);
            return 0;
        }
        return count;
    }

    /** Offset of the next {@code bytes} bytes, aligned, or -1 when they are not there. */
    private long claim(int alignment, int bytes) {
        long p = at + (-(at - HEADER_BYTES) & (alignment - 1));
        if (refusal != null || p + bytes > end) {
            refuse("truncated: got %d bytes, wanted at least %d", end, p + bytes);
            return -1;
        }
        at = p + bytes;
        return p;
    }

    private void refuse(String why, long first, long second) {
        if (refusal == null) {
            refusal = why.formatted(first, second);
            at = end;
        }
    }
}
