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
 * One compressed picture. Its bytes lie off the heap, as those of {@link Image}.
 */
public final class CompressedImage extends WireMessage {

    private Header header = new Header();
    private String format = "";
    private OffHeapBytes data = OffHeapBytes.allocate(0);

    /** Stamp and frame of this message. */
    public Header getHeader() {
        return header;
    }

    public CompressedImage setHeader(Header header) {
        this.header = Objects.requireNonNull(header, "header");
        return this;
    }

    /** jpeg, png, or a line such as "bgr8; jpeg compressed bgr8". */
    public String getFormat() {
        return format;
    }

    public CompressedImage setFormat(String format) {
        this.format = Objects.requireNonNull(format, "format");
        return this;
    }

    /** The file's bytes: an off-heap view. */
    public List<Byte> getData() {
        return data;
    }

    /** Takes an {@link OffHeapBytes} over as it is; any other list is copied. */
    public CompressedImage setData(List<Byte> data) {
        this.data = OffHeapBytes.adopt(data, this.data);
        return this;
    }

    /** Copies into memory this message keeps; allocates only when it must grow. */
    public CompressedImage setData(byte[] data) {
        this.data.setAll(data);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.message(header);
        out.text(format);
        out.bytes(data);
    }

    @Override
    public void decode(CdrReader in) {
        in.message(header);
        format = in.text();
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
