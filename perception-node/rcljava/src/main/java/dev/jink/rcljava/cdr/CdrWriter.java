package dev.jink.rcljava.cdr;

import dev.jink.rcljava.Doubles;
import dev.jink.rcljava.Floats;
import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.Shorts;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Writes one payload of plain little-endian CDR; the layout is drawn at {@link CdrReader}.
 *
 * <p>What does not fit is not written but counted, so that {@link #lengthBytes()} tells the room
 * the message needs; {@link #fits()} tells whether it was there. Allocates nothing, but for texts
 * beyond ASCII. Not thread-safe.
 */
public final class CdrWriter {
    private MemorySegment payload;
    private long at;

    /** A writer that starts on {@code payload}. */
    public CdrWriter(MemorySegment payload) {
        over(payload);
    }

    /** Starts afresh with the encapsulation header. */
    public CdrWriter over(MemorySegment newPayload) {
        payload = newPayload;
        at = 0;
        // 00 01: CDR, little-endian; two bytes of options.
        put32(0x00000100);
        return this;
    }

    /** Bytes the message takes, encapsulation header included. */
    public long lengthBytes() {
        return at;
    }

    /** Whether all of it was written. */
    public boolean fits() {
        return at <= payload.byteSize();
    }

    /** A message field, its own fields in place. */
    public void message(WireMessage field) {
        field.encode(this);
    }

    /** A bool. */
    public void bool(boolean value) {
        int8((byte) (value ? 1 : 0));
    }

    /** An 8-bit integer. */
    public void int8(byte value) {
        long p = claim(1, 1);
        if (p >= 0) {
            payload.set(ValueLayout.JAVA_BYTE, p, value);
        }
    }

    /** A 16-bit integer. */
    public void int16(short value) {
        long p = claim(2, 2);
        if (p >= 0) {
            payload.set(Layouts.INT16, p, value);
        }
    }

    /** A 32-bit integer. */
    public void int32(int value) {
        align(4);
        put32(value);
    }

    /** A 64-bit integer. */
    public void int64(long value) {
        long p = claim(8, 8);
        if (p >= 0) {
            payload.set(Layouts.INT64, p, value);
        }
    }

    /** A 32-bit float. */
    public void float32(float value) {
        int32(Float.floatToRawIntBits(value));
    }

    /** A 64-bit float. */
    public void float64(double value) {
        int64(Double.doubleToRawLongBits(value));
    }

    /** A string with its length and NUL. */
    public void text(String value) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            if (value.charAt(i) >= 0x80) {
                utf8(value.getBytes(StandardCharsets.UTF_8));
                return;
            }
        }
        int32(length + 1);
        long p = claim(1, length + 1);
        if (p >= 0) {
            for (int i = 0; i < length; i++) {
                payload.set(ValueLayout.JAVA_BYTE, p + i, (byte) value.charAt(i));
            }
            payload.set(ValueLayout.JAVA_BYTE, p + length, (byte) 0);
        }
    }

    /** A byte sequence, in one bulk copy. */
    public void bytes(OffHeapBytes value) {
        int32(value.size());
        long p = claim(1, value.size());
        if (p >= 0) {
            MemorySegment.copy(value.segment(), 0, payload, p, value.size());
        }
    }

    /** A byte array of fixed length. */
    public void fixed(byte[] value, int length) {
        long p = claim(1, length);
        if (p >= 0) {
            MemorySegment.copy(value, 0, payload, ValueLayout.JAVA_BYTE, p, length);
        }
    }

    /** A sequence of 32-bit floats. */
    public void floats(Floats value) {
        int32(value.size());
        for (int i = 0; i < value.size(); i++) {
            float32(value.array()[i]);
        }
    }

    /** A sequence of 64-bit floats. */
    public void doubles(Doubles value) {
        int32(value.size());
        fixed(value);
    }

    /** 64-bit floats without a count. */
    public void fixed(Doubles value) {
        for (int i = 0; i < value.size(); i++) {
            float64(value.array()[i]);
        }
    }

    /** 32-bit floats without a count. */
    public void fixed(Floats value) {
        for (int i = 0; i < value.size(); i++) {
            float32(value.array()[i]);
        }
    }

    /** 16-bit integers without a count. */
    public void fixed(Shorts value) {
        for (int i = 0; i < value.size(); i++) {
            int16(value.array()[i]);
        }
    }

    /** A sequence of messages. */
    public void messages(List<? extends WireMessage> list) {
        int32(list.size());
        for (int i = 0; i < list.size(); i++) {
            list.get(i).encode(this);
        }
    }

    /** A sequence of something else: texts, or numbers that are boxed anyway. */
    public <T> void list(List<T> list, BiConsumer<CdrWriter, T> each) {
        int32(list.size());
        for (int i = 0; i < list.size(); i++) {
            each.accept(this, list.get(i));
        }
    }

    private void utf8(byte[] bytes) {
        int32(bytes.length + 1);
        fixed(bytes, bytes.length);
        int8((byte) 0);
    }

    private void put32(int value) {
        long p = claim(1, 4);
        if (p >= 0) {
            payload.set(Layouts.INT32, p, value);
        }
    }

    /** Offset at which {@code bytes} bytes may be written, or -1 when they do not fit. */
    private long claim(int alignment, int bytes) {
        align(alignment);
        long p = at;
        at += bytes;
        return at <= payload.byteSize() ? p : -1;
    }

    /** Padding is written as zeros, so that equal messages have equal bytes. */
    private void align(int alignment) {
        while ((at - CdrReader.HEADER_BYTES & (alignment - 1)) != 0) {
            if (at < payload.byteSize()) {
                payload.set(ValueLayout.JAVA_BYTE, at, (byte) 0);
            }
            at++;
        }
    }
}
