package sensor_msgs.msg;

import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.Limits;
import dev.jink.rcljava.cdr.WireMessage;

import std_msgs.msg.Header;

import java.util.List;
import java.util.Objects;

/**
 * One uncompressed picture.
 *
 * <p>The pixels lie off the heap, 64-byte aligned: {@code getData()} gives an {@link OffHeapBytes},
 * whose segment can be read and filled in place. A picture handed to a callback is reused after the
 * callback returns.
 */
public final class Image extends WireMessage {

    private Header header = new Header();
    private int height;
    private int width;
    private String encoding = "";
    private byte isBigendian;
    private int step;
    private OffHeapBytes data = OffHeapBytes.allocate(0);

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public Image setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** Rows. */
    public int getHeight() {
        return height;
    }

    public Image setHeight(int height) {
        this.height = height;
        return this;
    }

    /** Columns. */
    public int getWidth() {
        return width;
    }

    public Image setWidth(int width) {
        this.width = width;
        return this;
    }

    /** Layout of a pixel, e.g. mono8, bgr8. */
    public String getEncoding() {
        return encoding;
    }

    public Image setEncoding(String encoding) {
        this.encoding = Objects.requireNonNull(encoding, "encoding");
        return this;
    }

    /** 1 when samples of more than 8 bits are big-endian. */
    public byte getIsBigendian() {
        return isBigendian;
    }

    public Image setIsBigendian(byte isBigendian) {
        this.isBigendian = isBigendian;
        return this;
    }

    /** Bytes from one row to the next. */
    public int getStep() {
        return step;
    }

    public Image setStep(int step) {
        this.step = step;
        return this;
    }

    /** height x step bytes, row by row: an off-heap view. */
    public List<Byte> getData() {
        return data;
    }

    /** Takes an {@link OffHeapBytes} over as it is; any other list is copied. */
    public Image setData(List<Byte> data) {
        this.data = OffHeapBytes.adopt(data, this.data);
        return this;
    }

    /** Copies into memory this message keeps; allocates only when it must grow. */
    public Image setData(byte[] data) {
        this.data.setAll(data);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.int32(height);
        out.int32(width);
        out.text(encoding);
        out.int8(isBigendian);
        out.int32(step);
        out.bytes(data);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        height = in.int32();
        width = in.int32();
        encoding = in.text();
        isBigendian = in.int8();
        step = in.int32();
        in.bytes(data);
    }

    @Override
    public int maxEncodedBytes() {
        return Limits.maxImagePayloadBytes();
    }

    @Override
    public void reserve() {
        data.reserve(Limits.maxImageBytes());
    }
}
