package rmw_dds_common.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.Arrays;
import java.util.Locale;

/**
 * Name of a participant or an endpoint: its 16-byte DDS guid, padded with zeros to the length the
 * ROS distribution sends: 24 bytes up to Humble, 16 from Iron on.
 *
 * <p>The length is that of property {@code jink.ros.gid_bytes}, or else the one of {@code
 * ROS_DISTRO}, or else 16.
 */
public final class Gid extends WireMessage {
    /** Bytes of a gid on the wire. */
    public static final int WIRE_BYTES = wireBytes();

    private final byte[] data = new byte[24];

    /** The guid, 16 bytes. */
    public byte[] getData() {
        return Arrays.copyOf(data, 16);
    }

    /** Sets the guid, 16 bytes. */
    public Gid setData(byte[] guid) {
        if (guid.length != 16) {
            throw new IllegalArgumentException(
                    "gid: got %d bytes, wanted 16".formatted(guid.length));
        }
        System.arraycopy(guid, 0, data, 0, 16);
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.fixed(data, WIRE_BYTES);
    }

    @Override
    public void decode(CdrReader in) {
        in.fixed(data, WIRE_BYTES);
    }

    private static int wireBytes() {
        String distribution = System.getenv("ROS_DISTRO");
        boolean long24 =
                distribution != null
                        && !distribution.isEmpty()
                        && distribution.toLowerCase(Locale.ROOT).compareTo("humble") <= 0;
        int bytes = Integer.getInteger("jink.ros.gid_bytes", long24 ? 24 : 16);
        if (bytes != 16 && bytes != 24) {
            throw new IllegalArgumentException(
                    "-Djink.ros.gid_bytes: got %d, wanted 24 (up to Humble) or 16 (from Iron on)"
                            .formatted(bytes));
        }
        return bytes;
    }
}
