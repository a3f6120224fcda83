package visualization_msgs.msg;

import dev.jink.rcljava.cdr.CdrReader;
import dev.jink.rcljava.cdr.CdrWriter;
import dev.jink.rcljava.cdr.WireMessage;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Shapes that belong together.
 */
public final class MarkerArray extends WireMessage {
    // All its numbers, and the lengths of what may be empty, without padding.
    private static final int LEAST_MARKER_BYTES = 186;

    private List<Marker> markers = new ArrayList<>();

    /** The shapes. */
    public List<Marker> getMarkers() {
        return markers;
    }

    public MarkerArray setMarkers(List<Marker> markers) {
        this.markers = Objects.requireNonNull(markers, "markers");
        return this;
    }

    @Override
    public void encode(CdrWriter out) {
        out.messages(markers);
    }

    @Override
    public void decode(CdrReader in) {
        markers = in.messages(markers, Marker::new, LEAST_MARKER_BYTES);
    }

    @Override
    public int maxEncodedBytes() {
        return 1 << 18;
    }
}
