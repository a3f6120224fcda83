package visualization_msgs.msg;

import dev.jink.rcljava.OffHeapBytes;
import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.List;
import java.util.Objects;

/**
 * A mesh that comes in the message.
 */
public final class MeshFile extends WireMessage {
    private String filename = "";
    private OffHeapBytes data = OffHeapBytes.allocate(0);

    /** Its name, for its ending. */
    public String getFilename() {
        return filename;
    }

    public MeshFile setFilename(String filename) {
        this.filename = Objects.requireNonNull(filename, "filename");
        return this;
    }

    /** The bytes of the file. */
    public List<Byte> getData() {
        return data;
    }

    /** Takes an {@link OffHeapBytes} over as it is; any other list is copied. */
    public MeshFile setData(List<Byte> data) {
        this.data = OffHeapBytes.adopt(data, this.data);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.text(filename);
        out.bytes(data);
    }

    @Override
    public void decode(CdrReader in) {
        filename = in.text();
        in.bytes(data);
    }
}
